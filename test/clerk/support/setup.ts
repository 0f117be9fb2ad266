// The SDK considers an automated browser offline, and then reports failed requests as successful.
Object.defineProperty(Navigator.prototype, 'webdriver', { configurable: true, get: () => false });

// The SDK believes that an automated browser is offline, and then reports failed requests as successful.
Object.defineProperty(Navigator.prototype, 'webdriver', { configurable: true, get: () => false });

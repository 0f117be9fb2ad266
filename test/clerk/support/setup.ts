// The SDK takes an automated browser for one that is offline, and lets requests that fail there pass for done.
Object.defineProperty(Navigator.prototype, 'webdriver', { configurable: true, get: () => false });

import TokkiLanguage

/// Swift Testing has an `Expectation` too; here is where the two are told apart.
typealias Claim = TokkiLanguage.Expectation

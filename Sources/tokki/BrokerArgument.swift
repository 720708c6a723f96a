import AMQPModel
import ArgumentParser
import TokkiLanguage

/// A broker's URI on the command line. What is wrong with it is said without showing it: it may
/// hold a password.
struct BrokerArgument: ExpressibleByArgument {
  private let result: Result<AMQPURI, ParseError.URIProblem>

  init?(argument: String) {
    do throws(ParseError.URIProblem) {
      result = .success(try AMQPURI(checking: argument))
    } catch {
      result = .failure(error)
    }
  }

  func uri(in language: Language) throws -> AMQPURI {
    switch result {
    case .success(let uri): return uri
    case .failure(let problem):
      throw ValidationError("--broker: \(problem.complaint(in: language))")
    }
  }
}

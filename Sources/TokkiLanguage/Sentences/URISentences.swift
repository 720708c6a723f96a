import AMQPModel

/// What is wrong with a URI. None of the sentences shows what may be a part of a password: a `@` or
/// a `/` that is not percent-encoded moves it to where something else is expected.
extension ErrorSentences {
  func badURI(_ name: String, _ problem: ParseError.URIProblem) -> Complaint {
    switch problem {
    case .malformed(.scheme):
      Complaint(
        say(
          "\(name) begins with amqp:// or, for TLS, amqps://.",
          "\(name)는 amqp:// 또는 (TLS라면) amqps://로 시작합니다."), uriExample)
    case .malformed(.percentEncoding):
      Complaint(
        say(
          "In a URI % is followed by two hexadecimal digits.",
          "URI의 % 다음에는 16진수 두 자리가 옵니다."), encodingAdvice)
    case .malformed(.port):
      Complaint(
        say("The port of a URI is a number from 1 to 65535.", "URI의 포트는 1에서 65535까지의 수입니다."),
        encodingAdvice)
    case .malformed(.address):
      Complaint(
        say(
          "An IPv6 address in a URI stands in brackets, and a port may follow: [::1]:5672.",
          "URI의 IPv6 주소는 대괄호로 감싸고 포트를 붙일 수 있습니다: [::1]:5672."))
    case .malformed(.virtualHost):
      Complaint(
        say(
          "A URI names one virtual host, in which / is written %2F.",
          "URI에는 가상 호스트를 하나만 쓰고, 그 안의 /는 %2F로 씁니다."), encodingAdvice)
    case .unknownParameter(let parameter, let nearest):
      Complaint(
        say(
          "A broker's URI has no parameter \(code(parameter)).",
          "브로커 URI에 \(code(parameter)) 매개변수는 없습니다."),
        didYouMean(nearest)
          ?? say("`help broker` lists them.", "`help broker` 하면 볼 수 있습니다."))
    case .badParameter(let parameter): badParameter(parameter)
    }
  }

  private func badParameter(_ parameter: URIParameter) -> Complaint {
    let name = code(parameter.rawValue)
    switch parameter.values {
    case .text: return Complaint(say("\(name) needs a value.", "\(name) 값이 비어 있습니다."))
    case .words(let words):
      let list = alternatives(words)
      return Complaint(
        say("\(name) takes \(list).", "\(name) 자리에는 \(list) 가운데 하나를 씁니다."))
    case .number(let range):
      let (low, high) = (range.lowerBound, range.upperBound)
      return Complaint(
        say(
          "\(name) takes a number from \(low) to \(high).",
          "\(name) 자리에는 \(low)에서 \(high)까지의 수를 씁니다."))
    }
  }

  private var uriExample: String {
    let example = "`amqp://guest:guest@localhost/`"
    return say("For example: \(example).", "예: \(example).")
  }

  private var encodingAdvice: String {
    say(
      "In a user's name or password : is written %3A, / is %2F, @ is %40 and % is %25.",
      "사용자 이름과 비밀번호의 :는 %3A, /는 %2F, @는 %40, %는 %25로 씁니다.")
  }
}

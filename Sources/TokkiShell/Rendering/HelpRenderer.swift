import TokkiLanguage

extension Renderer {
  func lines(_ topic: HelpTopic) -> [StyledLine] { [StyledLine(String(describing: topic))] }
}

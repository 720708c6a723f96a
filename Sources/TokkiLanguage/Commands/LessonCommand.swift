/// What steers a lesson. The word `restart` alone is the broker's, so a lesson's is
/// `lesson restart`.
public enum LessonCommand: Hashable, Sendable {
  /// The current step's text again; outside of a lesson the list.
  case show
  case list
  /// Those of a folder.
  case listFolder(String)
  /// A lesson by its number, its folder's name or a part of it; or by the path of a folder.
  case start(String)
  /// One of those that the program carries, whatever folder is open.
  case startBuiltIn(String)
  /// To the next step; refused while a goal is open.
  case next
  /// One hint more, from a nudge to nearly the answer.
  case hint
  /// Plays the solution; unless confirmed, the shell asks first.
  case solution(confirmed: Bool)
  /// To the next step although goals are open.
  case skip
  /// Open and met goals.
  case goal
  /// Free play: the lesson's state comes back unchanged with `back`.
  case play
  case back
  /// This step again from its set-up.
  case restart
  /// Forgets the progress of a lesson; nil is the current one.
  case forget(String?)
  case progress
}

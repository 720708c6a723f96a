import TokkiLanguage

/// Lists of lessons, and lessons in folders.
extension LessonSession {
  /// Opens a folder: begins its only lesson, or lists those that it has.
  func open(_ path: String) async -> LessonReply {
    let library: LessonLibrary
    do throws(LessonProblem) {
      library = try .folder(path)
    } catch {
      return refused(.faultyLesson(path, [error]))
    }
    guard let lesson = library.lessons.first else {
      return refused(.faultyLesson(path, library.problems.filter { !$0.isWarning }))
    }
    if library.lessons.count == 1 { return await start(lesson.id, in: library) }
    opened = library
    return LessonReply(parts: [list(library)])
  }

  /// What a folder holds, without opening it.
  func list(_ path: String) -> LessonReply {
    do throws(LessonProblem) {
      let library = try LessonLibrary.folder(path)
      guard !library.lessons.isEmpty else {
        return refused(.faultyLesson(path, library.problems.filter { !$0.isWarning }))
      }
      return LessonReply(parts: [list(library)])
    } catch {
      return refused(.faultyLesson(path, [error]))
    }
  }

  /// The lessons of the folder that is open, then those that there are always.
  func listParts() -> [LessonPart] {
    (opened.map { [list($0)] } ?? []) + [list(builtIn)]
  }

  private func list(_ library: LessonLibrary) -> LessonPart {
    let lessons = library.lessons.map { lesson in
      var shown = shown(lesson)
      if library.folder != nil { shown.path = LessonFolder.playable(lesson.folder) }
      return shown
    }
    return .lessons(lessons, folder: library.folder)
  }

  private func shown(_ lesson: Lesson) -> ShownLesson {
    let text = lesson.text(in: language)
    let place = standing.map {
      Progress.Place(lesson: $0.lesson.progressKey, step: $0.step.key)
    }
    let current = place ?? progress.place
    let isCurrent = current?.lesson == lesson.progressKey
    return ShownLesson(
      id: lesson.id, title: text?.title ?? lesson.id,
      passedCount: progress.passedCount(of: lesson),
      steps: lesson.steps.map { step in
        ShownStep(
          title: text?.step(step.key)?.title ?? step.key,
          mark: progress.mark(lesson: lesson.progressKey, step: step.key).map(ShownStep.Mark.init),
          isCurrent: isCurrent && current?.step == step.key)
      },
      isCurrent: isCurrent)
  }
}

extension LessonLibrary {
  /// Why a lesson of that name cannot be begun; nil where it can, or where the name is a path.
  public func refusal(of name: String) -> LessonRefusal? {
    guard !LessonFolder.isPath(name), lesson(named: name) == nil else { return nil }
    return .noSuchLesson(
      name, known: lessons.map(\.id), folder: LessonFolder.isFolder(name) ? "./\(name)" : nil)
  }
}

extension ShownStep.Mark {
  init(_ mark: Progress.Mark) {
    switch mark {
    case .passed: self = .passed
    case .shown: self = .shown
    case .skipped: self = .skipped
    }
  }
}

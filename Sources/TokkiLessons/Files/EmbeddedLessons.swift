import CLessons

/// The lessons that were compiled into the program.
package func embeddedLessonFiles() -> [LessonFile] {
  (0..<tokki_lesson_file_count()).compactMap { index in
    guard let path = tokki_lesson_file_path(index) else { return nil }
    var count = 0
    let start = tokki_lesson_file_bytes(index, &count)
    return LessonFile(
      path: String(cString: path), bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  }
}

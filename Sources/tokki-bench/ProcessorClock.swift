#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The time that this thread has spent on a processor, which other programs cannot add to.
enum ProcessorClock {
  /// In seconds.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

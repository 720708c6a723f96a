#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How many files, sockets among them, the process may have open.
enum OpenFiles {
  /// As many as the system allows, up to more than anybody needs here.
  static func raiseLimit() {
    var limit = rlimit()
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    guard getrlimit(resource, &limit) == 0 else { return }
    let wanted = min(limit.rlim_max, 65_536)
    guard wanted > limit.rlim_cur else { return }
    limit.rlim_cur = wanted
    setrlimit(resource, &limit)
  }
}

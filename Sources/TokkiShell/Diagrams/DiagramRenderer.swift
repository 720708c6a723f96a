import TokkiLanguage

/// The topology in the languages of Mermaid and Graphviz.
extension Renderer {
  func diagram(_ topology: Topology, as format: DiagramFormat) -> [StyledLine] {
    let graph = TopologyGraph(topology, renderer: self)
    var lines =
      switch format {
      case .mermaid: graph.mermaid
      case .dot: graph.dot
      }
    if graph.nodes.isEmpty {
      // An empty graph says so in a comment.
      let text = speaker.say(LookPhrase.empty).text
      switch format {
      case .mermaid: lines.append("  %% " + text)
      case .dot: lines.insert("  // " + text, at: lines.count - 1)
      }
    }
    return lines.map { StyledLine($0) }
  }
}

extension TopologyGraph {
  /// A flowchart from left to right: exchanges are hexagons, queues cylinders, consumers rounded.
  var mermaid: [String] {
    ["flowchart LR"] + nodes.map { "  " + $0.mermaid } + edges.map { "  " + $0.mermaid }
  }

  var dot: [String] {
    ["digraph topology {", "  rankdir=LR;", "  node [fontname=\"sans-serif\"];"]
      + ["  edge [fontname=\"sans-serif\"];"]
      + nodes.map { "  \($0.id) [\($0.dotShape), label=\(DotText.quoted($0.lines))];" }
      + edges.map {
        "  \($0.from) -> \($0.to) [\($0.dotStyle)label=\(DotText.quoted([$0.label]))];"
      }
      + ["}"]
  }
}

extension TopologyGraph.Node {
  fileprivate var mermaid: String {
    let text = "\"" + lines.map(MermaidText.line).joined(separator: "<br/>") + "\""
    return switch kind {
    case .exchange: "\(id){{\(text)}}"
    case .queue: "\(id)[(\(text))]"
    case .consumer: "\(id)([\(text)])"
    }
  }

  fileprivate var dotShape: String {
    switch kind {
    case .exchange: "shape=hexagon"
    case .queue: "shape=cylinder"
    case .consumer: "shape=box, style=rounded"
    }
  }
}

extension TopologyGraph.Edge {
  fileprivate var mermaid: String {
    let arrow =
      switch kind {
      case .binding, .delivery: "-->"
      case .byName, .deadLetters, .alternate: "-.->"
      }
    return label.isEmpty
      ? "\(from) \(arrow) \(to)" : "\(from) \(arrow)|\(MermaidText.label(label))| \(to)"
  }

  fileprivate var dotStyle: String {
    switch kind {
    case .binding, .delivery: ""
    case .byName: "style=dotted, "
    case .deadLetters, .alternate: "style=dashed, "
    }
  }
}

import Audit

/// Reads out what the weights of a column make of each slice, and the cells of raked segments within it.
extension TallyReadout {
  /// In the order of the slices.
  func weighted(_ slices: [Slice], _ selections: [[Int]], _ wave: WaveCounts) -> [WeightedSlice] {
    var found: [Slice: WeightedSlice] = [:]
    for part in selections.flatMap({ parts(by: $0) }) {
      let reading = SlotWeightReading(
        definition: definition, layout: layout, weights: wave.partitions[part.partition].weights, slots: part.slots)
      found[part.slice] = reading.tally(of: part.slice)
    }
    return slices.compactMap { found[$0] }
  }

  /// In the order of the slices; rows that lack the value of a raked segment are in no cell.
  func rakedSlices(_ slices: [Slice], _ selections: [[Int]], _ wave: WaveCounts) -> [RakedSlice] {
    let raked = definition.rake.map(\.segment)
    let names = raked.map { definition.segments[$0].id }
    var found: [Slice: [SliceTally]] = [:]
    for selection in selections {
      for whole in read(selection + raked.filter { !selection.contains($0) }, wave) {
        var cell = whole
        let slice = Slice(parts: Array(whole.slice.parts.prefix(selection.count)))
        cell.slice = Slice(parts: names.compactMap { name in whole.slice.parts.first { $0.segment == name } })
        (cell.points, cell.itemImportance) = (PointsTally(), [])
        found[slice, default: []].append(cell)
      }
    }
    return slices.map { slice in
      RakedSlice(slice: slice, cells: (found[slice] ?? []).sorted { definition.precedes($0.slice, $1.slice) })
    }
  }
}

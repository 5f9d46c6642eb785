// What the documents say of each entity, put together.

import DixitExtraction
import DixitText

/// What all documents say of each group of linked entities, in numbers of the texts of the evidence.
struct EntityGathering {
    private let evidence: EntityEvidence
    private var names: GroupedTally
    private var forms: GroupedTally
    private var subkinds: GroupedTally
    private var genders: GroupedTally
    private var roles: GroupedTally
    /// Of the roles that come first in a document, those of the last year in which one was given.
    private var latestRoles: GroupedTally
    /// For each role that was met the number of its folded form.
    private var roleKeys: [UInt32: UInt32] = [:]
    private var foldedRoles = Interner()

    /// - Parameter groups: for each entity its group; `.max` for none.
    init(_ evidence: EntityEvidence, groups: [UInt32], count: Int) {
        self.init(
            evidence, groups.indices.lazy.filter { groups[$0] != .max }.map { ($0, groups[$0]) }, count: count)
    }

    /// - Parameters:
    ///   - members: the entities that count, ascending, and the group of each.
    ///   - count: of the groups.
    init(_ evidence: EntityEvidence, _ members: some Collection<(entity: Int, group: UInt32)>, count: Int) {
        self.evidence = evidence
        names = GroupedTally(groups: count)
        forms = names
        subkinds = names
        genders = names
        roles = names
        latestRoles = names
        // Documents without a date count only where none with one gives a role.
        var lastYears = [Int](repeating: .min, count: count)
        var years = DocumentYears(evidence)
        for (entity, group) in members {
            add(entity, to: group)
            guard let role = evidence.roles[entity].first, !isEmpty(role) else { continue }
            lastYears[Int(group)] = max(lastYears[Int(group)], years.year(ofDocumentWith: entity))
        }
        years = DocumentYears(evidence)
        for (entity, group) in members {
            guard let role = evidence.roles[entity].first, !isEmpty(role) else { continue }
            if years.year(ofDocumentWith: entity) == lastYears[Int(group)] {
                latestRoles.add(role, key: key(ofRole: role), to: group)
            }
        }
    }

    private mutating func add(_ entity: Int, to group: UInt32) {
        names.add(evidence.names[entity], to: group)
        forms.add(evidence.names[entity], to: group)
        for form in evidence.forms[entity] where !isEmpty(form) { forms.add(form, to: group) }
        if evidence.subkinds[entity] != .max { subkinds.add(evidence.subkinds[entity], to: group) }
        if let gender = EntityEvidence.genders.firstIndex(where: { $0 == evidence.gender(entity) }) {
            genders.add(UInt32(truncatingIfNeeded: gender), to: group)
        }
        for role in evidence.roles[entity] where !isEmpty(role) { roles.add(role, key: key(ofRole: role), to: group) }
    }

    private func isEmpty(_ text: UInt32) -> Bool { text == .max || evidence.texts[Int(text)].isEmpty }

    /// Roles that fold to the same are one.
    private mutating func key(ofRole role: UInt32) -> UInt32 {
        if let known = roleKeys[role] { return known }
        let key = foldedRoles.number(of: Array(folded(evidence.text(role)).utf8))
        roleKeys[role] = key
        return key
    }

    /// The name that most documents use; one in capitals only, an acronym perhaps, where there is no other.
    func name(of group: Int) -> String {
        let name = names.mostFrequent(of: group) { name in
            name != .max
                && evidence.texts[Int(name)].contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        }
        return name.map { evidence.text($0) } ?? "?"
    }

    func entity(_ group: Int, kind: ExtractedEntity.Kind, id: String, name: String) -> LinkedEntities.Entity {
        let gender = genders.mostFrequent(of: group).map { EntityEvidence.genders[Int($0)].rawValue }
        return LinkedEntities.Entity(
            kind: kind, id: id, name: name,
            names: [name] + forms.values(of: group).map { evidence.text($0) }.filter { $0 != name },
            subkind: subkinds.mostFrequent(of: group).map { evidence.text($0) },
            gender: gender,
            role: latestRoles.mostFrequent(of: group, .latest).map { evidence.text($0) },
            roles: roles.values(of: group).map { evidence.text($0) })
    }
}

/// The years of publication, asked for entities in ascending order.
private struct DocumentYears {
    private let evidence: EntityEvidence
    private var document = -1
    private var end = 0
    private var year = 0

    init(_ evidence: EntityEvidence) { self.evidence = evidence }

    /// 0 where the day is not known.
    mutating func year(ofDocumentWith entity: Int) -> Int {
        guard entity >= end else { return year }
        while entity >= end {
            document += 1
            end = Int(evidence.offsets[document + 1])
        }
        let day = evidence.firstDays[document]
        year = day == DateColumn.missing ? 0 : PartialDate(dayNumber: Int(day))?.year ?? 0
        return year
    }
}

// Moves the ranges of records to where their words stand in another text.

import DixitText

extension ExtractedDocument {
    /// Gives every range its place in the text that this one is a part of, or was made from.
    mutating func move(_ move: (TextRange) -> TextRange) {
        title = title.map(move)
        lead = lead.map(move)
        outlet = outlet.map(move)
        agency = agency.map(move)
        date?.move(move)
        paragraphs = paragraphs.map(move)
        sentences = sentences.map(move)
        for index in entities.indices { entities[index].move(move) }
        for index in mentions.indices { mentions[index].range = move(mentions[index].range) }
        for index in statements.indices { statements[index].move(move) }
        for index in events.indices { events[index].move(move) }
        for index in agreements.indices { agreements[index].move(move) }
    }
}

extension ExtractedDate {
    fileprivate mutating func move(_ move: (TextRange) -> TextRange) { range = move(range) }
}

extension ExtractedEntity {
    fileprivate mutating func move(_ move: (TextRange) -> TextRange) {
        name = move(name)
        forms = forms.map(move)
        roles = roles.map { Role(text: move($0.text)) }
    }
}

extension ExtractedStatement {
    fileprivate mutating func move(_ move: (TextRange) -> TextRange) {
        attribution = attribution.map(move)
        cue = cue.map(move)
        content = content.map(move)
        role = role.map(move)
        addressee = addressee.map(move)
        medium = medium.map(move)
        date?.move(move)
    }
}

extension ExtractedEvent {
    fileprivate mutating func move(_ move: (TextRange) -> TextRange) {
        range = move(range)
        name = name.map(move)
        topic = topic.map(move)
        date?.move(move)
    }
}

extension ExtractedAgreement {
    fileprivate mutating func move(_ move: (TextRange) -> TextRange) {
        range = move(range)
        purpose = purpose.map(move)
        date?.move(move)
    }
}

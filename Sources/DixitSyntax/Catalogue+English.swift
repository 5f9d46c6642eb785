// The messages in English. The form is explained at `Catalogue`.

extension Catalogue {
    static let englishText = """
        E100: I can't read “{text}” here
        > write `{instead}`
        E101: this text is never closed
        > opened here; it needs a closing {closing}
        E102: this pattern is never closed
        > opened here; it needs a closing / on the same line
        E103: an apostrophe can't open a text value
        > write "{text}" or « {text} »
        E104: “{text}” is no number
        > digits, and a point before decimals: 12.5
        E105: no calendar has a date {text}
        > write a date as 2016, 2016-05 or 2016-05-12
        E106: months and days have two digits, so {text} is no date
        > write {instead}
        E106.dayFirst: a date begins with the year here, so {text} is no date
        > write {instead}
        E107: a $ needs a name right after it
        > for example $who
        E108: this query is longer than {limit} bytes
        > put long lists of words in a parameter
        E109: {text} is larger than any number I can count with

        E201: I expected {expected} but found {found}
        > `{word}` is written `{keyword}` here (and {others})
        > `{word}` is written `{keyword}` here
        > did you mean `{suggestion}`?
        E202: `and` and `or` are mixed, so this reads two ways
        E203: this looks like a text value, and text needs quotes
        > write {quoted}
        E204: I expected {expected} but found {found}
        > write {instead}
        E205: `{clause}` goes with `count`, not with `find`
        > write `count …` to count by groups
        E206: there is a `{clause}` already
        E206.where: there is a `{clause}` already
        > write `and` to add a condition
        E207: two texts side by side with nothing between them
        > put `and`, `or` or `near` before this, or write "{joined}" for the phrase
        E207.line: a text begins this line, and the query before it does not go on with a text
        > put `;` before it to search for it, or an operator to make it part of the query
        E208: a second query starts on the same line
        > put `;` or a line break before it
        E209: `{text}` is a command of the prompt and can't stand in a query
        E210: this is nested too deeply
        > {limit} levels are the limit
        E211: `{word}` is a word of the language and can't be a name
        E212: `having` looks at groups, and there is no `by`
        > add `by` and a field
        E213: `{word}` is written `{keyword}` here
        > write `{keyword}`
        E214: this parenthesis is never closed
        > opened here; it needs a closing )
        E215: this parenthesis closes nothing
        E216: `{operator}` takes one value, and this is a list
        > write `in` for a list
        E217: a pattern stands between slashes
        > write /{text}/
        E218: a condition stands after `where`
        > write `where` before this

        E300: I have no set called “{name}”
        > did you mean `{suggestion}`?
        > sets: {known}
        E301: I don't know a field called “{name}” on {set}
        > did you mean `{suggestion}`?
        > fields: {known}
        E302: nothing is called “{name}” here
        > did you mean `{suggestion}`?
        > named with `let`: {known}
        > name it first: let {name} = …
        E303: I don't know a parameter ${name}
        > did you mean `${suggestion}`?
        > parameters: {known}
        > declare it first: param ${name}
        E304: I don't know a format called “{name}”
        > did you mean `{suggestion}`?
        > formats: {known}
        E306: `{name}` is the name of {noun} already
        > choose another name
        E307: `them` is the rows of the last `find`, and there is none yet
        E308: `{name}` is a set, and this asks for a list, a `let` or a query
        > write (find {name})
        E309: `{name}` is defined by itself
        E310: a * can only end a word
        > for endings use: text matches /\\w+{ending}\\b/
        > put it right after the letters, as in "retrait*"
        E310.mode: `{mode}` takes letters as they are, and * stands for others
        > leave `{mode}` out, or the *
        E311: there is no word in “{text}” to look for

        E401.contains: `{operator}` looks for words, but `{field}` is {type}
        > write: {instead}
        E401.matches: `{operator}` reads texts, but `{field}` is {type}
        > write: {instead}
        E401.order: `{operator}` compares numbers and dates, but `{field}` is {type}
        > write: {instead}
        E402: this compares {left} with {right}
        > did you mean {suggestion}?
        E403: `{field}` is {type}, and {value} is not
        E403.texts: `{operator}` looks for texts, and {value} is not one
        > write {instead}
        E403.month: `{field}` is a month of a certain year, and {value} is not
        > write it with its year: {instead}
        E403.week: `{field}` is the Monday of a week, and {value} is not
        > write that day: {instead}
        E403.day: `{field}` is a day of a certain year, and {value} is not
        > write the whole date: {instead}
        E403.year: `{field}` is a date, and the year {value} has two digits
        > write {first} or {second}
        E403.weekday: `{field}` is a number from 1 for Monday to 7 for Sunday, and “{value}” is not
        > write {instead}
        E404: I can't tell the day from the month in “{text}”
        > write {first} ({firstRead}) or {second} ({secondRead})
        E405: I can't read “{text}” as a date
        > write {instead}, without quotes
        > write it as 2016-05-12, 2016-05 or 2016, or as 7 days ago
        E406.count: `count of` counts related rows, but `{path}` is {type}
        E406.first: `{aggregate} of` needs dates or numbers, but `{path}` is {type}
        E407: this asks about several, but `{path}` is {type}
        > write a condition on {path} itself
        E409: `{name}` is {type} and has no fields
        E410: `sort by relevance` needs a text to be relevant to
        > add a condition with `contains`
        E410.score: `score` says how well a row fits a text, and none is asked for
        > add a condition with `contains`
        E411: `count` can be sorted by only where `count … by` makes groups
        E412.parenthesis: a parenthesis of this pattern has no partner
        E412.bracket: a [ or ] of this pattern has no partner
        > write \\[ or \\] for the sign itself
        E412.emptyClass: there is nothing in these brackets to choose from
        E412.range: this range does not run from one character up to a later one
        E412.group: a group of a pattern starts with ( or (?:
        E412.braces: braces hold how often something is repeated
        > one number, or two in ascending order with a comma between; write \\ before a brace for the sign itself
        E412.repetition: nothing stands before this sign to repeat
        E412.escape: I don't know this letter after a \\
        > write \\b \\d \\w \\s, or \\ before a sign that should stand for itself
        E412.lookaround: patterns can't look ahead or behind
        E412.backreference: patterns can't refer back to a group
        E413: this pattern is too large
        > repeat less often, or write it in two conditions
        E414: ${name} has to be {type} here
        E415: one row can have several of {path}, so rows can't be sorted by it
        > write: sort by count of {path}, or first of a date or number
        E416: groups can be sorted by what they are made of, and {path} is not
        > write: count, or one of {keys}
        E417: `{mode}` compares texts, but `{field}` is {type}
        E418: near and within stand between quoted texts
        E419.show: `show` chooses fields of rows, and `count` gives numbers
        > ask `find` for the rows, or leave `show` out
        E419.alone: `count` without `by` is one number, and `{clause}` is about several
        > write `by` and what to group by, or leave `{clause}` out
        E420: `score` depends on the texts a query asks for and is no field of its own
        > write `show score` or `sort by score` where `find` has a condition with `contains`

        E501: this script needs a value for ${name}
        > add -p {name}="…" on the command line, or .param set {name} "…"
        E502: stopped after {limit} {limit:millisecond|milliseconds}
        > narrow the question, or allow more time
        E503: stopped after {limit} rows
        > narrow the question, or allow more rows
        E504: stopped at {limit} bytes of memory
        > narrow the question, or allow more memory
        E505: interrupted

        E510: {field} is “{id}”, and no row of {set} has that id
        E511: two rows of {set} have the id “{id}”
        E512: no row of {set} has the id “{id}”
        > did you mean {suggestion}?
        E513: documents can be added only to a corpus that was made of documents
        > build it again from its records, with the new ones among them; rows of sets of your own come after the documents
        E514: these sets do not fit: {defect}

        E520: “{name}” is not a snapshot of a corpus
        > dixit index CORPUS -o FILE.corpus makes one
        E521: the snapshot “{name}” has version {found}, and I read version {known}
        > make it again from its documents: dixit index CORPUS -o {name}
        E522: the snapshot “{name}” was made on a machine with another byte order
        > make it again on this one: dixit index CORPUS -o {name}
        E523: the snapshot “{name}” is cut off: it has {bytes} of its {expected} bytes
        > copy it again
        E523.header: the snapshot “{name}” is cut off after {bytes} bytes
        > copy it again
        E524: the snapshot “{name}” was altered: its part `{part}` is not what was written
        > copy it again, or make it again from its documents
        E525: the snapshot “{name}” contradicts itself in its part `{part}`
        > make it again from its documents: dixit index CORPUS -o {name}
        E526: a corpus with this schema has no snapshot: {defect}
        E526.size: a corpus as large as this has no snapshot: its part `{part}` is too large
        > index its documents in several parts
        E527: I can't read the snapshot “{name}”: {reason}
        E528: I can't write the snapshot “{name}”: {reason}
        E529: `{field}` and `{inverse}` are two ends of one relation and say different things
        > give one of them alone

        E540.sample: SQL engines have no `{text}` that takes the same rows each time
        > sort and limit the rows
        E540.relevance: `{text}` can't be said in SQL
        > sort by a field
        E540.pattern: `{text}` can't be said in SQL: each engine has patterns of its own
        > ask for words with `contains`
        E540.slips: `{text}` can't be said in SQL: the engines count slips otherwise, or not at all
        > write the spelling that is meant
        E540.spelling: `{text}` can't be said in SQL here: the tables have words as they are folded
        > leave `{text}` out
        E540.times: `{text}` can't be said in SQL of several words side by side: at most 20
        > ask for single words, or fewer times
        E540.column: `{text}` can't be said in SQL
        > show other columns: document, start and end say where a row stands
        E540.group: rows can't be grouped by {text} in SQL
        E540.explain: `{text}` can't be said in SQL
        > translate the query itself
        E540.character: this text has a character that no SQL statement can hold: {text}
        E540.set: there are no tables for this

        N601.person: nobody is called "{name}"
        > did you mean "{suggestion}" ({rows} {counted})?
        > did you mean "{suggestion}"?
        N601.other: none of the {set} is called "{name}"
        > did you mean "{suggestion}" ({rows} {counted})?
        > did you mean "{suggestion}"?
        N601.value: no {field} is "{value}" on these {set}
        > did you mean "{suggestion}"?
        N601.star: "{value}" is looked for with its *, which stands for letters only after `contains`
        > write {field} contains "{value}"
        N602: each condition alone:   {conditions}
        N603: "{name}" is {count}: {matches}
        N604: {rows} of these {rows:has|have} no {field} (add: and {field} is known)
        N605: {rows} more of the {set} {rows:is|are} attributed only to “{name}”
        N606: read as: {text}
        N607: a row counts in each of its groups, so the groups of {paths} overlap
        N608: “{name}” is {entity}
        N609: {count} more {count:note is|notes are} not shown
        N610: an empty place of this pivot may be a group that `{clause}` left out
        N611: signs are not looked for: “{text}” is read as “{words}”
        N612: nothing lies between {low} and {high}: the first is the larger one

        label.rows: {rows} {rows:row|rows}
        label.opened: opened here
        label.first: first here

        hint.terminal: if you typed this in a terminal, the shell removed your quotes: put the whole query between '…'
        noun.error: error
        noun.note: note
        or: or
        is: is
        noun.end: the end
        noun.set: a set
        noun.field: a field
        noun.value: a value
        noun.condition: a condition
        noun.clause: a clause (`where`, `show`, `sort by`, …)
        noun.comparison: an operator (`=`, `contains`, `in`, …)
        noun.quotedText: a quoted text
        noun.wholeNumber: a whole number
        noun.list: a list in parentheses
        noun.pattern: a pattern between slashes
        noun.parameter: a parameter
        noun.format: a format
        noun.definition: a `let`
        noun.timeUnit: a unit of time
        noun.name: a name
        noun.text: a text
        noun.keyword: a keyword
        noun.number: a number
        noun.date: a date
        noun.boolean: true or false
        noun.relation: one related row
        noun.texts: a text or a list of texts
        noun.relations: several related rows
        month.1: January
        month.2: February
        month.3: March
        month.4: April
        month.5: May
        month.6: June
        month.7: July
        month.8: August
        month.9: September
        month.10: October
        month.11: November
        month.12: December
        """
}

// The options that say how documents are read, which all commands have that read them.

import ArgumentParser
import DixitFormats

struct DocumentOptions: ParsableArguments {
    @Option(help: OptionText.from.help("form"))
    var from: FormChoice?

    @Option(help: OptionText.fields.help("field=name"), transform: Self.fieldNames)
    var fields = FieldNames()

    @Option(help: OptionText.encoding.help("name"), transform: Self.textEncoding)
    var encoding: TextEncoding?

    @Flag(help: OptionText.strict.help())
    var strict = false

    func reading(keepsDuplicates: Bool) -> ReadingOptions {
        var options = ReadingOptions()
        options.form = from?.form
        options.fields = fields
        options.encoding = encoding
        options.isStrict = strict
        options.keepsDuplicates = keepsDuplicates
        return options
    }

    private static func textEncoding(_ name: String) throws -> TextEncoding {
        guard let encoding = TextEncoding(named: name) else {
            throw said(.wrongOption(name, usage: "--encoding utf-8, windows-1252, utf-16"))
        }
        return encoding
    }

    private static func fieldNames(_ text: String) throws -> FieldNames {
        guard let fields = FieldNames(written: text) else {
            throw said(.wrongOption(text, usage: "--fields text=body,title=headline"))
        }
        return fields
    }
}

/// What only those have that make a corpus of documents.
struct DuplicateOptions: ParsableArguments {
    @Flag(help: OptionText.keepDuplicates.help())
    var keepDuplicates = false
}

/// `--from csv`
struct FormChoice: ExpressibleByArgument {
    let form: DocumentForm

    init?(argument: String) {
        guard let form = DocumentForm(rawValue: argument) else { return nil }
        self.form = form
    }

    static var allValueStrings: [String] { DocumentForm.allCases.map(\.rawValue) }
}

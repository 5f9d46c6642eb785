// Letters and their marks as one character and as several: “é” and “e” with an acute accent.
//
// A line is a combining mark, a space, letters, a space, and what each of them becomes with the mark; in the order of the
// marks. Latin, Greek, Cyrillic and Arabic are here, as Unicode composes them (UAX #15, without its exclusions).

/// Composes the characters of a text that is compared as it is written.
package struct Composition: Sendable {
    package static let shared = Composition()

    /// More marks than any letter has; what follows begins anew, so that a text of marks alone needs no memory.
    package static let mostMarks = 24

    /// Letter and mark, in one number, to the whole.
    private let wholes: [UInt64: UInt32]
    private let parts: [UInt32: (letter: UInt32, mark: UInt32)]

    private init() {
        var wholes: [UInt64: UInt32] = [:]
        var parts: [UInt32: (letter: UInt32, mark: UInt32)] = [:]
        for line in Self.table.split(separator: "\n") {
            let columns = line.split(separator: " ")
            guard columns.count == 3, let mark = UInt32(columns[0], radix: 16) else { continue }
            for (letter, whole) in zip(columns[1].unicodeScalars, columns[2].unicodeScalars) {
                wholes[Self.key(letter.value, mark)] = whole.value
                parts[whole.value] = (letter.value, mark)
            }
        }
        (self.wholes, self.parts) = (wholes, parts)
    }

    private static func key(_ letter: UInt32, _ mark: UInt32) -> UInt64 { UInt64(letter) << 32 | UInt64(mark) }

    /// A letter and its marks in composed form, the marks in their order: `e` and U+0302 and U+0323 are `ệ`.
    ///
    /// - Parameter scalars: a character and the marks that follow it.
    package func composed(_ scalars: [UInt32]) -> [UInt32] {
        var marks: [(value: UInt32, order: UInt8)] = []
        var base: UInt32?
        for scalar in scalars {
            for part in decomposed(scalar) {
                let order = Unicode.Scalar(part)?.properties.canonicalCombiningClass.rawValue ?? 0
                if base == nil { base = part } else { marks.append((part, order)) }
            }
        }
        guard let base else { return [] }
        // Marks of one class keep their order: they are written one above the other.
        for index in marks.indices.dropFirst() {
            var place = index
            while place > 0, marks[place - 1].order > marks[place].order, marks[place].order > 0 {
                marks.swapAt(place - 1, place)
                place -= 1
            }
        }
        var whole = base
        var left: [(value: UInt32, order: UInt8)] = []
        for mark in marks {
            let isBlocked = left.last.map { $0.order >= mark.order } ?? false
            if !isBlocked, let next = wholes[Self.key(whole, mark.value)] {
                whole = next
            } else {
                left.append(mark)
            }
        }
        return [whole] + left.map(\.value)
    }

    private func decomposed(_ scalar: UInt32) -> [UInt32] {
        guard let (letter, mark) = parts[scalar] else { return [scalar] }
        return decomposed(letter) + [mark]
    }

    private static let table = """
        0300 AEINOUWYaeinouwy¨ÂÊÔÜâêôüĂăĒēŌōƠơƯưΑΕΗΙΟΥΩαεηιουωϊϋЕИеиἀἁἈἉἐἑἘἙἠἡἨἩἰἱἸἹὀὁὈὉὐὑὙὠὡὨὩ᾿῾ ÀÈÌǸÒÙẀỲàèìǹòùẁỳ῭ẦỀỒǛầềồǜẰằḔḕṐṑỜờỪừᾺῈῊῚῸῪῺὰὲὴὶὸὺὼῒῢЀЍѐѝἂἃἊἋἒἓἚἛἢἣἪἫἲἳἺἻὂὃὊὋὒὓὛὢὣὪὫ῍῝
        0301 ACEGIKLMNOPRSUWYZacegiklmnoprsuwyz¨ÂÅÆÇÊÏÔÕØÜâåæçêïôõøüĂăĒēŌōŨũƠơƯưΑΕΗΙΟΥΩαεηιουωϊϋϒГКгкἀἁἈἉἐἑἘἙἠἡἨἩἰἱἸἹὀὁὈὉὐὑὙὠὡὨὩ᾿῾ ÁĆÉǴÍḰĹḾŃÓṔŔŚÚẂÝŹáćéǵíḱĺḿńóṕŕśúẃýź΅ẤǺǼḈẾḮỐṌǾǗấǻǽḉếḯốṍǿǘẮắḖḗṒṓṸṹỚớỨứΆΈΉΊΌΎΏάέήίόύώΐΰϓЃЌѓќἄἅἌἍἔἕἜἝἤἥἬἭἴἵἼἽὄὅὌὍὔὕὝὤὥὬὭ῎῞
        0302 ACEGHIJOSUWYZaceghijosuwyzẠạẸẹỌọ ÂĈÊĜĤÎĴÔŜÛŴŶẐâĉêĝĥîĵôŝûŵŷẑẬậỆệỘộ
        0303 AEINOUVYaeinouvyÂÊÔâêôĂăƠơƯư ÃẼĨÑÕŨṼỸãẽĩñõũṽỹẪỄỖẫễỗẴẵỠỡỮữ
        0304 AEGIOUYaegiouyÄÆÕÖÜäæõöüǪǫȦȧȮȯΑΙΥαιυИУиуḶḷṚṛ ĀĒḠĪŌŪȲāēḡīōūȳǞǢȬȪǕǟǣȭȫǖǬǭǠǡȰȱᾹῙῩᾱῑῡӢӮӣӯḸḹṜṝ
        0306 AEGIOUaegiouȨȩΑΙΥαιυАЕЖИУаежиуẠạ ĂĔĞĬŎŬăĕğĭŏŭḜḝᾸῘῨᾰῐῠӐӖӁЙЎӑӗӂйўẶặ
        0307 ABCDEFGHIMNOPRSTWXYZabcdefghmnoprstwxyzŚśŠšſṢṣ ȦḂĊḊĖḞĠḢİṀṄȮṖṘṠṪẆẊẎŻȧḃċḋėḟġḣṁṅȯṗṙṡṫẇẋẏżṤṥṦṧẛṨṩ
        0308 AEHIOUWXYaehiotuwxyÕõŪūΙΥιυϒІАЕЖЗИОУЧЫЭаежзиоучыэіӘәӨө ÄËḦÏÖÜẄẌŸäëḧïöẗüẅẍÿṎṏṺṻΪΫϊϋϔЇӒЁӜӞӤӦӰӴӸӬӓёӝӟӥӧӱӵӹӭїӚӛӪӫ
        0309 AEIOUYaeiouyÂÊÔâêôĂăƠơƯư ẢẺỈỎỦỶảẻỉỏủỷẨỂỔẩểổẲẳỞởỬử
        030A AUauwy ÅŮåůẘẙ
        030B OUouУу ŐŰőűӲӳ
        030C ACDEGHIKLNORSTUZacdeghijklnorstuzÜüƷʒ ǍČĎĚǦȞǏǨĽŇǑŘŠŤǓŽǎčďěǧȟǐǰǩľňǒřšťǔžǙǚǮǯ
        030F AEIORUaeioruѴѵ ȀȄȈȌȐȔȁȅȉȍȑȕѶѷ
        0311 AEIORUaeioru ȂȆȊȎȒȖȃȇȋȏȓȗ
        0313 ΑΕΗΙΟΩαεηιορυω ἈἘἨἸὈὨἀἐἠἰὀῤὐὠ
        0314 ΑΕΗΙΟΡΥΩαεηιορυω ἉἙἩἹὉῬὙὩἁἑἡἱὁῥὑὡ
        031B OUou ƠƯơư
        0323 ABDEHIKLMNORSTUVWYZabdehiklmnorstuvwyzƠơƯư ẠḄḌẸḤỊḲḶṂṆỌṚṢṬỤṾẈỴẒạḅḍẹḥịḳḷṃṇọṛṣṭụṿẉỵẓỢợỰự
        0324 Uu Ṳṳ
        0325 Aa Ḁḁ
        0326 STst ȘȚșț
        0327 CDEGHKLNRSTcdeghklnrst ÇḐȨĢḨĶĻŅŖŞŢçḑȩģḩķļņŗşţ
        0328 AEIOUaeiou ĄĘĮǪŲąęįǫų
        032D DELNTUdelntu ḒḘḼṊṰṶḓḙḽṋṱṷ
        032E Hh Ḫḫ
        0330 EIUeiu ḚḬṴḛḭṵ
        0331 BDKLNRTZbdhklnrtz ḆḎḴḺṈṞṮẔḇḏẖḵḻṉṟṯẕ
        0338 <=>←→↔⇐⇒⇔∃∈∋∣∥∼≃≅≈≍≡≤≥≲≳≶≷≺≻≼≽⊂⊃⊆⊇⊑⊒⊢⊨⊩⊫⊲⊳⊴⊵ ≮≠≯↚↛↮⇍⇏⇎∄∉∌∤∦≁≄≇≉≭≢≰≱≴≵≸≹⊀⊁⋠⋡⊄⊅⊈⊉⋢⋣⊬⊭⊮⊯⋪⋫⋬⋭
        0342 ¨αηιυωϊϋἀἁἈἉἠἡἨἩἰἱἸἹὐὑὙὠὡὨὩ᾿῾ ῁ᾶῆῖῦῶῗῧἆἇἎἏἦἧἮἯἶἷἾἿὖὗὟὦὧὮὯ῏῟
        0345 ΑΗΩάήαηωώἀἁἂἃἄἅἆἇἈἉἊἋἌἍἎἏἠἡἢἣἤἥἦἧἨἩἪἫἬἭἮἯὠὡὢὣὤὥὦὧὨὩὪὫὬὭὮὯὰὴὼᾶῆῶ ᾼῌῼᾴῄᾳῃῳῴᾀᾁᾂᾃᾄᾅᾆᾇᾈᾉᾊᾋᾌᾍᾎᾏᾐᾑᾒᾓᾔᾕᾖᾗᾘᾙᾚᾛᾜᾝᾞᾟᾠᾡᾢᾣᾤᾥᾦᾧᾨᾩᾪᾫᾬᾭᾮᾯᾲῂῲᾷῇῷ
        0653 ا آ
        0654 اويہےە أؤئۂۓۀ
        0655 ا إ
        """
}

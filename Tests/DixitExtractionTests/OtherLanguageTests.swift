// Documents in other languages: the language is kept, and no French is read into them.

import DixitExtraction
import DixitText
import Testing

@Suite struct OtherLanguageTests {
    @Test(arguments: [
        (
            "en",
            """
            The minister said on Monday that the port would reopen in June. "We will not wait any longer," Anne Morel told \
            reporters in London. According to the union, the workers have not been paid since March. "This is a question of \
            dignity," he added, noting that the talks were about to resume. The mayor has promised a new plan, and the council \
            is expected to vote on it before the end of the month. Paul Girard, who heads the chamber, declined to comment.
            """
        ),
        (
            "es",
            """
            El ministro declaró el lunes que el puerto será reabierto en junio. «No vamos a esperar más», dijo Ana Morales a la \
            prensa. Según el sindicato, los trabajadores no han cobrado desde marzo. «Es una cuestión de dignidad», añadió, y \
            precisó que las negociaciones van a continuar. La alcaldesa ha prometido un nuevo plan, que el consejo votará antes \
            de fin de mes. El presidente de la cámara, Pablo García, no quiso hacer comentarios.
            """
        ),
        (
            "it",
            """
            Il ministro ha dichiarato lunedì che il porto sarà riaperto in giugno. «Non aspetteremo più», ha detto Anna Moretti \
            alla stampa. Secondo il sindacato, i lavoratori non sono pagati da marzo. «È una questione di dignità», ha aggiunto, \
            precisando che le trattative stanno per riprendere. La sindaca ha promesso un nuovo piano, che il consiglio voterà \
            prima della fine del mese. Il presidente della camera, Paolo Girardi, non ha voluto commentare.
            """
        ),
        (
            "de",
            """
            Der Minister sagte am Montag, dass der Hafen im Juni wieder geöffnet wird. „Wir werden nicht länger warten“, sagte \
            Anna Möller vor der Presse. Laut der Gewerkschaft sind die Arbeiter seit März nicht bezahlt worden. „Das ist eine \
            Frage der Würde“, fügte er hinzu und betonte, dass die Gespräche bald weitergehen. Die Bürgermeisterin hat einen \
            neuen Plan versprochen, über den der Rat noch vor dem Ende des Monats abstimmen soll.
            """
        ),
        (
            "ar",
            """
            قال الوزير يوم الإثنين إن الميناء سيفتح من جديد في شهر يونيو. «لن ننتظر أكثر من ذلك»، قالت آنا موريل للصحافة. \
            وحسب النقابة فإن العمال لم يتقاضوا أجورهم منذ شهر مارس. وأضاف أن هذه مسألة كرامة وأن المفاوضات ستستأنف قريبا.
            """
        ),
    ]) func fewStatements(language: String, text: String) {
        let document = Extractor().extract([UInt8](text.utf8))
        #expect(document.language == language)
        #expect(document.statements.count <= 1, "\(document.statements.map(\.rule))")
    }

    @Test(arguments: [
        """
        The mayor said on Monday that the bridge would reopen in June. "We will see on Tuesday," said Anna Miller, adding that \
        it was too late. Wednesday was quiet, and the council will meet again on May 12.
        """,
        """
        El alcalde dijo el Lunes que el puente se abrirá en Junio. «Veremos el Martes», declaró Anna Miller, y añadió que era \
        tarde. El Miércoles no pasó nada, y el consejo se reunirá de nuevo en Mayo.
        """,
        """
        Der Bürgermeister sagte am Montag, dass die Brücke im Juni wieder geöffnet wird. „Wir werden am Dienstag sehen“, sagte \
        Anna Miller. Am Mittwoch war es ruhig, und der Rat wird sich im Mai wieder treffen.
        """,
    ]) func daysAreNobody(text: String) {
        let bytes = [UInt8](text.utf8)
        let document = Extractor().extract(bytes)
        let names = document.entities.map { String(decoding: bytes[$0.name.bytes], as: UTF8.self) }
        #expect(names.contains("Anna Miller"))
        let days = [
            "Monday", "June", "Tuesday", "Wednesday", "May", "Lunes", "Junio", "Martes", "Miércoles", "Mayo", "Montag",
            "Juni",
            "Dienstag", "Mittwoch", "Mai",
        ]
        #expect(names.filter { name in days.contains { name.contains($0) } } == [])
    }

    @Test func inFrenchTheyMayBeNames() {
        let text =
            "Mme Sonntag a déclaré lundi que le pont était fermé, et que les ouvriers sont au travail depuis hier matin."
        let document = Extractor().extract([UInt8](text.utf8))
        #expect(document.language == "fr" && document.entities.contains { $0.kind == .person })
    }

    @Test func aFrenchTextThatQuotesAnotherLanguageIsFrench() {
        let text = """
            Anne Morel a déclaré lundi devant la presse que le port rouvrirait en juin. « The port will reopen, and we are \
            ready for it », a-t-elle ajouté dans la langue de Shakespeare. Selon le syndicat, les salariés ne sont pas payés.
            """
        let document = Extractor().extract([UInt8](text.utf8))
        #expect(document.language == "fr" && document.statements.count == 3)
    }
}

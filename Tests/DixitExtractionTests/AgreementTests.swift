// Which nouns denote agreements, their status, parties and purpose.

import DixitExtraction
import Testing

@Suite struct AgreementTests {
    @Test(arguments: [
        (
            "Le Maroc et l'Espagne ont signé lundi un accord de pêche.",
            "accord «un accord de pêche» signé date=2016-05-16 of=Maroc, Espagne"
        ),
        (
            "Une convention de partenariat a été signée mardi entre l'Office national de l'eau et la commune de Fès, en vue de "
                + "moderniser le réseau.",
            "convention «Une convention de partenariat» signé date=2016-05-17 of=Office national de l'eau, commune de Fès to=moderniser le réseau"
        ),
        (
            "La région signera un protocole d'accord avec le ministère de l'Éducation pour financer les écoles.",
            "protocole d'accord «un protocole d'accord» annoncé of=région, ministère de l'Éducation to=financer les écoles"
        ),
        (
            "L'Algérie dénonce le traité signé en 1998 avec le Mali.",
            "traité «le traité» dénoncé date=1998 of=Algérie, Mali"
        ),
        (
            "La cérémonie a été marquée par la signature d'un projet de convention entre le ministère, la wilaya et les universités "
                + "Ibn Zohr, Ibn Tofail et Cadi Ayyad visant à former des ingénieurs.",
            "convention «un projet de convention» projet of=ministère, wilaya, université Ibn Zohr, université Ibn Tofail, université Cadi Ayyad "
                + "to=former des ingénieurs event=cérémonie"
        ),
        (
            "Londres et Bruxelles sont parvenus à un accord sur les visas.",
            "accord «un accord» of=Londres, Bruxelles to=les visas"
        ),
    ]) func agreements(text: String, expected: String) { #expect(ReadDocument(text).agreements == [expected]) }

    @Test(arguments: [
        "Il est d'accord avec Paul.", "Ils ont décidé d'un commun accord de partir.",
        "L'accord du participe est difficile.",
        "Le ministre a donné son accord.", "En accord avec la loi, il part.",
        "Le joueur a signé au Raja de Casablanca.",
        "Il travaille en partenariat avec la région.", "Aucun accord entre Paris et Londres n'existe.",
        "Paris et Londres n'ont pas signé l'accord.", "Ils espèrent parvenir à un accord.",
        "La charte graphique a changé.",
    ]) func noAgreements(text: String) { #expect(ReadDocument(text).agreements == []) }

    @Test func severalMentionsAreOneAgreement() {
        let read = ReadDocument(
            "Le Maroc et le Sénégal ont signé un accord. Cet accord porte sur la formation. L'accord a été signé à Dakar."
        )
        #expect(read.agreements == ["accord «un accord» signé of=Maroc, Sénégal to=la formation"])
    }
}

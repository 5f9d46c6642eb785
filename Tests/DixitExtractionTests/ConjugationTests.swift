// The forms that rules of spelling make.

import DixitExtraction
import Testing

@Suite struct ConjugationTests {
    @Test(arguments: [
        ("rappelle", "rappeler"), ("rappelait", "rappeler"), ("répète", "répéter"), ("lance", "lancer"),
        ("lançait", "lancer"), ("nuançant", "nuancer"), ("jugea", "juger"), ("jugeaient", "juger"), ("dit", "dire"),
        ("dirent", "dire"), ("dira", "dire"), ("reconnaît", "reconnaître"), ("reconnu", "reconnaître"),
        ("admettant", "admettre"), ("souvient", "souvenir"), ("prévenu", "prévenir"), ("répondu", "répondre"),
        ("écrivit", "écrire"), ("avertit", "avertir"), ("avertissant", "avertir"), ("réagissent", "réagir"),
        ("craint", "craindre"), ("conclut", "conclure"), ("promis", "promettre"), ("essaie", "essayer"),
        ("déplorèrent", "déplorer"),
    ]) func knows(form: String, lemma: String) {
        let lexicon = Lexicon.french
        #expect(lexicon.verb(lexicon.word(form))?.lemma == lemma)
    }

    @Test(arguments: ["contre", "devant", "entre", "maintenant", "avant"]) func closedWordsAreNoVerbs(form: String) {
        let lexicon = Lexicon.french
        #expect(lexicon.verb(lexicon.word(form)) == nil)
    }
}

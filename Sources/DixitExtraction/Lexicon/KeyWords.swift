// The words that rules ask for by name.

/// Words that a rule looks for: «selon», «que», «aussi» …
package final class KeyWords: Sendable {
    package let sein, autour, theme: WordID
    package let travers, entre, grief, entendre, beenParticiple: WordID
    package let selon, apres, pour, a, de, elidedDe, par, sur, contre, en, dans, si, et, ou, mais, que,
        elidedQue: WordID
    package let comme, lequel, qui, dont, alors, tandis, avant, afin, faire, savoir, valoir, remarquer, part,
        etat: WordID
    package let lui, elle, eux, elles, il, ils, on, leur, se, elidedSe, yeux, avis, source, bord, faveur, mise,
        mettre: WordID
    package let garde, ne, elidedNe, meme, ce, dernier, derniere, derniers, dernieres, cote, celui, sans, aux,
        au: WordID
    package let du, des, lors, devant, aupres, t, jusque, dire, exemple, ici, ainsi, premier, y: WordID
    package let notre, son, sa, ses, annonce, point, parce, puisque, lorsque, car, quand: WordID

    package let avec, occasion, lieu, le: WordID

    init(adding table: inout WordTable) {
        func word(_ form: String) -> WordID {
            table.add(form, [])
            return table.word(form)
        }
        avec = word("avec")
        occasion = word("occasion")
        lieu = word("lieu")
        le = word("le")
        sein = word("sein")
        autour = word("autour")
        theme = word("thème")
        travers = word("travers")
        entre = word("entre")
        grief = word("grief")
        entendre = word("entendre")
        beenParticiple = word("été")
        selon = word("selon")
        apres = word("après")
        pour = word("pour")
        a = word("à")
        de = word("de")
        elidedDe = word("d'")
        par = word("par")
        sur = word("sur")
        contre = word("contre")
        en = word("en")
        dans = word("dans")
        si = word("si")
        et = word("et")
        ou = word("ou")
        mais = word("mais")
        que = word("que")
        elidedQue = word("qu'")
        comme = word("comme")
        lequel = word("lequel")
        qui = word("qui")
        dont = word("dont")
        alors = word("alors")
        tandis = word("tandis")
        avant = word("avant")
        afin = word("afin")
        faire = word("faire")
        savoir = word("savoir")
        valoir = word("valoir")
        remarquer = word("remarquer")
        part = word("part")
        etat = word("état")
        lui = word("lui")
        elle = word("elle")
        eux = word("eux")
        elles = word("elles")
        il = word("il")
        ils = word("ils")
        on = word("on")
        leur = word("leur")
        se = word("se")
        elidedSe = word("s'")
        yeux = word("yeux")
        avis = word("avis")
        source = word("source")
        bord = word("bord")
        faveur = word("faveur")
        mise = word("mise")
        mettre = word("mettre")
        garde = word("garde")
        ne = word("ne")
        elidedNe = word("n'")
        meme = word("même")
        ce = word("ce")
        dernier = word("dernier")
        derniere = word("dernière")
        derniers = word("derniers")
        dernieres = word("dernières")
        cote = word("côté")
        celui = word("celui")
        sans = word("sans")
        aux = word("aux")
        au = word("au")
        du = word("du")
        des = word("des")
        lors = word("lors")
        devant = word("devant")
        aupres = word("auprès")
        t = word("t")
        jusque = word("jusque")
        dire = word("dire")
        exemple = word("exemple")
        ici = word("ici")
        ainsi = word("ainsi")
        premier = word("premier")
        y = word("y")
        notre = word("notre")
        son = word("son")
        sa = word("sa")
        ses = word("ses")
        annonce = word("annonce")
        point = word("point")
        parce = word("parce")
        puisque = word("puisque")
        lorsque = word("lorsque")
        car = word("car")
        quand = word("quand")
    }
}

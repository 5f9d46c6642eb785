-- find statements where speaker = "El Khalfi" and text contains "société civile"
WITH "step 1" AS (
  SELECT "a2"."id" AS "id"
  FROM "actors" AS "a2"
  WHERE "a2"."id" IN (
    SELECT "v3"."actor" AS "id"
    FROM "actors_forms" AS "v3"
    WHERE "v3"."normalised" = ' al khalfi ' OR "v3"."sorted" = ' al khalfi ' OR "v3"."joined" = 'alkhalfi' OR ("v3"."initials" IS NOT NULL AND ends_with("v3"."normalised", ' al khalfi ')) OR ("v3"."initials" IS NOT NULL AND ends_with("v3"."surname", ' al khalfi '))
  )
)
SELECT "s1"."id" AS "id", "s1"."date" AS "date", coalesce("a6"."name", "a6"."id") AS "speaker", "s1"."role" AS "role", "s1"."verb" AS "verb", "s1"."mode" AS "mode", "s1"."text" AS "text", "d7"."id" AS "document", "s1"."start" AS "start", "s1"."end" AS "end"
FROM "statements" AS "s1"
LEFT JOIN "actors" AS "a6" ON "a6"."id" = "s1"."speaker"
LEFT JOIN "documents" AS "d7" ON "d7"."id" = "s1"."document"
WHERE "s1"."speaker" IN (SELECT "id" FROM "step 1") AND "s1"."n" IN (
  SELECT "w4"."k" AS "k"
  FROM (SELECT "n" AS k, generate_subscripts("text_words", 1) AS position, unnest("text_words") AS word, unnest("text_sentences") AS sentence, unnest("text_paragraphs") AS paragraph FROM "statements_folded") AS "w4"
  JOIN (SELECT "n" AS k, generate_subscripts("text_words", 1) AS position, unnest("text_words") AS word, unnest("text_sentences") AS sentence, unnest("text_paragraphs") AS paragraph FROM "statements_folded") AS "w5" ON "w5"."k" = "w4"."k" AND "w5"."position" = ("w4"."position" + 1) AND "w5"."word" = 'civile'
  WHERE "w4"."word" = 'societe'
)
ORDER BY "s1"."n";

-- find statements where date in 2016 and not (speaker.role contains "ministre") sort by date desc, paragraph limit 5 skip 2
SELECT "s1"."id" AS "id", "s1"."date" AS "date", coalesce("a5"."name", "a5"."id") AS "speaker", "s1"."role" AS "role", "s1"."verb" AS "verb", "s1"."mode" AS "mode", "s1"."text" AS "text", "d6"."id" AS "document", "s1"."start" AS "start", "s1"."end" AS "end"
FROM "statements" AS "s1"
JOIN "statements_folded" AS "f2" ON "f2"."n" = "s1"."n"
LEFT JOIN "actors" AS "a5" ON "a5"."id" = "s1"."speaker"
LEFT JOIN "documents" AS "d6" ON "d6"."id" = "s1"."document"
WHERE "f2"."date_first" >= '2016-01-01' AND "f2"."date_last" <= '2016-12-31' AND NOT ("s1"."speaker" IS NOT NULL AND "s1"."speaker" IN (
  SELECT "a3"."id" AS "id"
  FROM "actors" AS "a3"
  JOIN "actors_folded" AS "f4" ON "f4"."n" = "a3"."n"
  WHERE "f4"."role_words" IS NOT NULL AND contains("f4"."role_words", ' ministre ')
))
ORDER BY "f2"."date_first" IS NULL, "f2"."date_first" DESC, "s1"."paragraph" IS NULL, "s1"."paragraph", "s1"."n"
LIMIT 5 OFFSET 2;

-- count statements where verb in ("dire", exactly "Nier") by speaker having count >= 2
SELECT coalesce("a3"."name", "a3"."id") AS "speaker", count(*) AS "count", ((20000 * count(*) // (
  SELECT count(*) AS "n"
  FROM "statements" AS "s5"
  JOIN "statements_folded" AS "f6" ON "f6"."n" = "s5"."n"
  WHERE "f6"."verb" = 'dire' OR "s5"."verb" = 'Nier'
) + 1) // 2) / 10000.0 AS "share"
FROM "statements" AS "s1"
JOIN "statements_folded" AS "f2" ON "f2"."n" = "s1"."n"
LEFT JOIN "actors" AS "a3" ON "a3"."id" = "s1"."speaker"
LEFT JOIN "actors_folded" AS "f4" ON "f4"."n" = "a3"."n"
WHERE "f2"."verb" = 'dire' OR "s1"."verb" = 'Nier'
GROUP BY "a3"."id", coalesce("a3"."name", "a3"."id"), "f4"."name", "a3"."n"
HAVING count(*) >= 2
ORDER BY "a3"."id" IS NULL, count(*) DESC, "f4"."name" IS NULL, "f4"."name", "a3"."id" IS NULL, "a3"."n" IS NULL, "a3"."n";

-- find people where at least 3 statements have (date >= 2016-05) show name, roles, count of statements
WITH "step 1" AS (
  SELECT "l7"."k" AS "k", string_agg("l7"."v", '; ' ORDER BY "l7"."o0", "l7"."o1", "l7"."o2") AS "v"
  FROM (
    SELECT DISTINCT "a5"."id" AS "k", "v6"."value" AS "v", "a5"."n" AS "o0", "v6"."folded" AS "o1", "v6"."value" AS "o2"
    FROM "actors" AS "a5"
    JOIN "actors_roles" AS "v6" ON "v6"."actor" = "a5"."id"
    WHERE "v6"."value" IS NOT NULL
  ) AS "l7"
  GROUP BY "l7"."k"
)
SELECT "a1"."name" AS "name", "l8"."v" AS "roles", coalesce("c11"."v", 0) AS "count of statements"
FROM "actors" AS "a1"
LEFT JOIN "step 1" AS "l8" ON "l8"."k" = "a1"."id"
LEFT JOIN (
  SELECT "a9"."id" AS "k", count(DISTINCT "s10"."id") AS "v"
  FROM "actors" AS "a9"
  JOIN "statements" AS "s10" ON "s10"."speaker" = "a9"."id"
  GROUP BY "a9"."id"
) AS "c11" ON "c11"."k" = "a1"."id"
WHERE "a1"."type" = 'person' AND "a1"."id" IN (
  SELECT "a2"."id" AS "id"
  FROM "actors" AS "a2"
  JOIN "statements" AS "s3" ON "s3"."speaker" = "a2"."id"
  JOIN "statements_folded" AS "f4" ON "f4"."n" = "s3"."n"
  WHERE "f4"."date_first" >= '2016-05-01'
  GROUP BY "a2"."id"
  HAVING count(DISTINCT "s3"."id") >= 3
)
ORDER BY "a1"."n";

-- find documents where text contains "grève*" within 5 words before "syndicat" show title, people
WITH "step 1" AS (
  SELECT "l10"."k" AS "k", string_agg("l10"."v", '; ' ORDER BY "l10"."o0") AS "v"
  FROM (
    SELECT DISTINCT "d7"."id" AS "k", coalesce("a8"."name", "a8"."id") AS "v", "a8"."n" AS "o0"
    FROM "documents" AS "d7"
    JOIN "documents_people" AS "p9" ON "p9"."document" = "d7"."id"
    JOIN "actors" AS "a8" ON "a8"."id" = "p9"."person"
    WHERE coalesce("a8"."name", "a8"."id") IS NOT NULL
  ) AS "l10"
  GROUP BY "l10"."k"
),
"step 2" AS (
  SELECT "h4"."k" AS "k", "h4"."s" AS "s", "h5"."e" AS "e", "h4"."s1" AS "s1", "h5"."s2" AS "s2", "h4"."p1" AS "p1", "h5"."p2" AS "p2", row_number() OVER (PARTITION BY "h4"."k", "h4"."s", "h4"."e" ORDER BY "h5"."s", "h5"."e") AS "place"
  FROM (
    SELECT "w2"."k" AS "k", "w2"."position" AS "s", ("w2"."position" + 1) AS "e", "w2"."sentence" AS "s1", "w2"."sentence" AS "s2", "w2"."paragraph" AS "p1", "w2"."paragraph" AS "p2"
    FROM (SELECT "n" AS k, generate_subscripts("text_words", 1) AS position, unnest("text_words") AS word, unnest("text_sentences") AS sentence, unnest("text_paragraphs") AS paragraph FROM "documents_folded") AS "w2"
    WHERE substr("w2"."word", 1, 5) = 'greve'
  ) AS "h4"
  JOIN (
    SELECT "w3"."k" AS "k", "w3"."position" AS "s", ("w3"."position" + 1) AS "e", "w3"."sentence" AS "s1", "w3"."sentence" AS "s2", "w3"."paragraph" AS "p1", "w3"."paragraph" AS "p2"
    FROM (SELECT "n" AS k, generate_subscripts("text_words", 1) AS position, unnest("text_words") AS word, unnest("text_sentences") AS sentence, unnest("text_paragraphs") AS paragraph FROM "documents_folded") AS "w3"
    WHERE "w3"."word" = 'syndicat'
  ) AS "h5" ON "h5"."k" = "h4"."k" AND "h5"."s" >= "h4"."e" AND "h5"."s" < ("h4"."e" + 5)
),
"step 3" AS (
  SELECT "h6"."k" AS "k"
  FROM "step 2" AS "h6"
  WHERE "h6"."place" = 1
)
SELECT "d1"."title" AS "title", "l11"."v" AS "people"
FROM "documents" AS "d1"
LEFT JOIN "step 1" AS "l11" ON "l11"."k" = "d1"."id"
WHERE "d1"."n" IN (SELECT "k" FROM "step 3")
ORDER BY "d1"."n";

-- find documents where text contains "a b" at least 2 times show id
WITH "step 1" AS (
  SELECT "h4"."k" AS "k", min((("h4"."s" * 2147483648) + "h4"."e")) AS "c"
  FROM (
    SELECT "w2"."k" AS "k", "w2"."position" AS "s", ("w2"."position" + 2) AS "e", "w2"."sentence" AS "s1", "w3"."sentence" AS "s2", "w2"."paragraph" AS "p1", "w3"."paragraph" AS "p2"
    FROM (SELECT "n" AS k, generate_subscripts("text_words", 1) AS position, unnest("text_words") AS word, unnest("text_sentences") AS sentence, unnest("text_paragraphs") AS paragraph FROM "documents_folded") AS "w2"
    JOIN (SELECT "n" AS k, generate_subscripts("text_words", 1) AS position, unnest("text_words") AS word, unnest("text_sentences") AS sentence, unnest("text_paragraphs") AS paragraph FROM "documents_folded") AS "w3" ON "w3"."k" = "w2"."k" AND "w3"."position" = ("w2"."position" + 1) AND "w3"."word" = 'b'
    WHERE "w2"."word" = 'a'
  ) AS "h4"
  GROUP BY "h4"."k"
),
"step 2" AS (
  SELECT "b5"."k" AS "k"
  FROM "step 1" AS "b5"
  JOIN (
    SELECT "w2"."k" AS "k", "w2"."position" AS "s", ("w2"."position" + 2) AS "e", "w2"."sentence" AS "s1", "w3"."sentence" AS "s2", "w2"."paragraph" AS "p1", "w3"."paragraph" AS "p2"
    FROM (SELECT "n" AS k, generate_subscripts("text_words", 1) AS position, unnest("text_words") AS word, unnest("text_sentences") AS sentence, unnest("text_paragraphs") AS paragraph FROM "documents_folded") AS "w2"
    JOIN (SELECT "n" AS k, generate_subscripts("text_words", 1) AS position, unnest("text_words") AS word, unnest("text_sentences") AS sentence, unnest("text_paragraphs") AS paragraph FROM "documents_folded") AS "w3" ON "w3"."k" = "w2"."k" AND "w3"."position" = ("w2"."position" + 1) AND "w3"."word" = 'b'
    WHERE "w2"."word" = 'a'
  ) AS "h6" ON "h6"."k" = "b5"."k" AND "h6"."s" >= ("b5"."c" % 2147483648)
  GROUP BY "b5"."k"
)
SELECT "d1"."id" AS "id"
FROM "documents" AS "d1"
WHERE "d1"."n" IN (SELECT "k" FROM "step 2")
ORDER BY "d1"."n";

-- count distinct speaker in statements by date.month, event.place
SELECT CASE WHEN length("s1"."date") >= 7 THEN substr("s1"."date", 1, 7) END AS "date.month", coalesce("p3"."name", "p3"."id") AS "event.place", count(DISTINCT "a5"."id") AS "count", ((20000 * count(DISTINCT "a5"."id") // (
  SELECT greatest(count(DISTINCT "a8"."id"), 1) AS "n"
  FROM "statements" AS "s7"
  LEFT JOIN "actors" AS "a8" ON "a8"."id" = "s7"."speaker"
  LEFT JOIN "actors_folded" AS "f9" ON "f9"."n" = "a8"."n"
) + 1) // 2) / 10000.0 AS "share"
FROM "statements" AS "s1"
LEFT JOIN "events" AS "e2" ON "e2"."id" = "s1"."event"
LEFT JOIN "places" AS "p3" ON "p3"."id" = "e2"."place"
LEFT JOIN "places_folded" AS "f4" ON "f4"."n" = "p3"."n"
LEFT JOIN "actors" AS "a5" ON "a5"."id" = "s1"."speaker"
LEFT JOIN "actors_folded" AS "f6" ON "f6"."n" = "a5"."n"
GROUP BY CASE WHEN length("s1"."date") >= 7 THEN substr("s1"."date", 1, 7) END, "p3"."id", coalesce("p3"."name", "p3"."id"), "f4"."name", "p3"."n"
ORDER BY (CASE WHEN length("s1"."date") >= 7 THEN substr("s1"."date", 1, 7) END IS NULL OR "p3"."id" IS NULL), count(DISTINCT "a5"."id") DESC, CASE WHEN length("s1"."date") >= 7 THEN substr("s1"."date", 1, 7) END IS NULL, CASE WHEN length("s1"."date") >= 7 THEN substr("s1"."date", 1, 7) END, "f4"."name" IS NULL, "f4"."name", (CASE WHEN length("s1"."date") >= 7 THEN substr("s1"."date", 1, 7) END IS NULL OR "p3"."id" IS NULL), min("s1"."n"), "p3"."n" IS NULL, "p3"."n";

-- let ministers = find people where role contains "ministre"
-- find statements where speaker in ministers show text
WITH "step 1" AS (
  SELECT "a4"."id" AS "id"
  FROM "actors" AS "a4"
  WHERE "a4"."id" IN (
    SELECT "a2"."id" AS "id"
    FROM "actors" AS "a2"
    JOIN "actors_folded" AS "f3" ON "f3"."n" = "a2"."n"
    WHERE "a2"."type" = 'person' AND "f3"."role_words" IS NOT NULL AND contains("f3"."role_words", ' ministre ')
  )
)
SELECT "s1"."text" AS "text"
FROM "statements" AS "s1"
WHERE "s1"."speaker" IN (SELECT "id" FROM "step 1")
ORDER BY "s1"."n";

-- find events where place is missing or no statement has (mode = "direct")
WITH "step 1" AS (
  SELECT "l9"."k" AS "k", string_agg("l9"."v", '; ' ORDER BY "l9"."o0") AS "v"
  FROM (
    SELECT DISTINCT "e6"."id" AS "k", coalesce("a7"."name", "a7"."id") AS "v", "a7"."n" AS "o0"
    FROM "events" AS "e6"
    JOIN "actors_organised" AS "p8" ON "p8"."event" = "e6"."id"
    JOIN "actors" AS "a7" ON "a7"."id" = "p8"."actor"
    WHERE coalesce("a7"."name", "a7"."id") IS NOT NULL
  ) AS "l9"
  GROUP BY "l9"."k"
)
SELECT "e1"."id" AS "id", "e1"."date" AS "date", "e1"."name" AS "name", "e1"."kind" AS "kind", "e1"."topic" AS "topic", coalesce("p5"."name", "p5"."id") AS "place", "l10"."v" AS "organisers", "d11"."id" AS "document", "e1"."start" AS "start", "e1"."end" AS "end"
FROM "events" AS "e1"
LEFT JOIN "places" AS "p5" ON "p5"."id" = "e1"."place"
LEFT JOIN "step 1" AS "l10" ON "l10"."k" = "e1"."id"
LEFT JOIN "documents" AS "d11" ON "d11"."id" = "e1"."document"
WHERE "e1"."place" IS NULL OR NOT ("e1"."id" IN (
  SELECT "s3"."event" AS "id"
  FROM "statements" AS "s3"
  JOIN "statements_folded" AS "f4" ON "f4"."n" = "s3"."n"
  WHERE "s3"."event" IS NOT NULL AND "f4"."mode" = 'direct'
))
ORDER BY "e1"."n";

-- find statements where place = event.place show id
SELECT "s1"."id" AS "id"
FROM "statements" AS "s1"
WHERE "s1"."id" IN (
  SELECT "s2"."id" AS "id"
  FROM "statements" AS "s2"
  JOIN "places" AS "p3" ON "p3"."id" = "s2"."place"
  JOIN "events" AS "e4" ON "e4"."id" = "s2"."event"
  JOIN "places" AS "p5" ON "p5"."id" = "e4"."place"
  WHERE "p3"."id" = "p5"."id"
)
ORDER BY "s1"."n";


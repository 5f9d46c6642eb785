CREATE TABLE "documents" (
  "id" TEXT COLLATE "C" NOT NULL,
  "n" BIGINT NOT NULL,
  "title" TEXT COLLATE "C",
  "lead" TEXT COLLATE "C",
  "text" TEXT COLLATE "C",
  "date" TEXT COLLATE "C",
  "place" TEXT COLLATE "C",
  "outlet" TEXT COLLATE "C",
  "agency" TEXT COLLATE "C",
  "language" TEXT COLLATE "C",
  "url" TEXT COLLATE "C",
  "path" TEXT COLLATE "C",
  "words" DOUBLE PRECISION,
  "added" TEXT COLLATE "C",
  PRIMARY KEY ("id")
);
CREATE TABLE "sentences" (
  "id" TEXT COLLATE "C" NOT NULL,
  "n" BIGINT NOT NULL,
  "text" TEXT COLLATE "C",
  "document" TEXT COLLATE "C",
  "date" TEXT COLLATE "C",
  "position" DOUBLE PRECISION,
  "paragraph" DOUBLE PRECISION,
  "start" DOUBLE PRECISION,
  "end" DOUBLE PRECISION,
  PRIMARY KEY ("id")
);
CREATE TABLE "statements" (
  "id" TEXT COLLATE "C" NOT NULL,
  "n" BIGINT NOT NULL,
  "speaker" TEXT COLLATE "C",
  "attribution" TEXT COLLATE "C",
  "role" TEXT COLLATE "C",
  "cue" TEXT COLLATE "C",
  "verb" TEXT COLLATE "C",
  "act" TEXT COLLATE "C",
  "mode" TEXT COLLATE "C",
  "text" TEXT COLLATE "C",
  "document" TEXT COLLATE "C",
  "date" TEXT COLLATE "C",
  "place" TEXT COLLATE "C",
  "event" TEXT COLLATE "C",
  "addressee" TEXT COLLATE "C",
  "medium" TEXT COLLATE "C",
  "confidence" DOUBLE PRECISION,
  "rule" TEXT COLLATE "C",
  "paragraph" DOUBLE PRECISION,
  "start" DOUBLE PRECISION,
  "end" DOUBLE PRECISION,
  PRIMARY KEY ("id")
);
CREATE TABLE "actors" (
  "id" TEXT COLLATE "C" NOT NULL,
  "n" BIGINT NOT NULL,
  "type" TEXT COLLATE "C",
  "name" TEXT COLLATE "C",
  "kind" TEXT COLLATE "C",
  "gender" TEXT COLLATE "C",
  "role" TEXT COLLATE "C",
  PRIMARY KEY ("id")
);
CREATE TABLE "places" (
  "id" TEXT COLLATE "C" NOT NULL,
  "n" BIGINT NOT NULL,
  "name" TEXT COLLATE "C",
  "kind" TEXT COLLATE "C",
  PRIMARY KEY ("id")
);
CREATE TABLE "events" (
  "id" TEXT COLLATE "C" NOT NULL,
  "n" BIGINT NOT NULL,
  "name" TEXT COLLATE "C",
  "kind" TEXT COLLATE "C",
  "topic" TEXT COLLATE "C",
  "text" TEXT COLLATE "C",
  "date" TEXT COLLATE "C",
  "place" TEXT COLLATE "C",
  "document" TEXT COLLATE "C",
  "paragraph" DOUBLE PRECISION,
  "start" DOUBLE PRECISION,
  "end" DOUBLE PRECISION,
  PRIMARY KEY ("id")
);
CREATE TABLE "agreements" (
  "id" TEXT COLLATE "C" NOT NULL,
  "n" BIGINT NOT NULL,
  "name" TEXT COLLATE "C",
  "kind" TEXT COLLATE "C",
  "status" TEXT COLLATE "C",
  "text" TEXT COLLATE "C",
  "purpose" TEXT COLLATE "C",
  "date" TEXT COLLATE "C",
  "place" TEXT COLLATE "C",
  "event" TEXT COLLATE "C",
  "document" TEXT COLLATE "C",
  "paragraph" DOUBLE PRECISION,
  "start" DOUBLE PRECISION,
  "end" DOUBLE PRECISION,
  PRIMARY KEY ("id")
);
CREATE TABLE "documents_actors" (
  "document" TEXT COLLATE "C" NOT NULL,
  "actor" TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY ("document", "actor")
);
CREATE TABLE "documents_people" (
  "document" TEXT COLLATE "C" NOT NULL,
  "person" TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY ("document", "person")
);
CREATE TABLE "documents_organisations" (
  "document" TEXT COLLATE "C" NOT NULL,
  "organisation" TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY ("document", "organisation")
);
CREATE TABLE "documents_places" (
  "document" TEXT COLLATE "C" NOT NULL,
  "place" TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY ("document", "place")
);
CREATE TABLE "documents_folded" (
  "n" BIGINT NOT NULL,
  "id" TEXT COLLATE "C",
  "id_words" TEXT COLLATE "C",
  "title" TEXT COLLATE "C",
  "title_words" TEXT[] COLLATE "C",
  "title_sentences" BIGINT[],
  "title_paragraphs" BIGINT[],
  "lead" TEXT COLLATE "C",
  "lead_words" TEXT[] COLLATE "C",
  "lead_sentences" BIGINT[],
  "lead_paragraphs" BIGINT[],
  "text" TEXT COLLATE "C",
  "text_words" TEXT[] COLLATE "C",
  "text_sentences" BIGINT[],
  "text_paragraphs" BIGINT[],
  "date_first" TEXT COLLATE "C",
  "date_last" TEXT COLLATE "C",
  "date_week" TEXT COLLATE "C",
  "date_weekday" BIGINT,
  "outlet" TEXT COLLATE "C",
  "outlet_words" TEXT COLLATE "C",
  "agency" TEXT COLLATE "C",
  "agency_words" TEXT COLLATE "C",
  "language" TEXT COLLATE "C",
  "language_words" TEXT COLLATE "C",
  "url" TEXT COLLATE "C",
  "url_words" TEXT COLLATE "C",
  "path" TEXT COLLATE "C",
  "path_words" TEXT COLLATE "C",
  "added_first" TEXT COLLATE "C",
  "added_last" TEXT COLLATE "C",
  "added_week" TEXT COLLATE "C",
  "added_weekday" BIGINT,
  PRIMARY KEY ("n")
);
CREATE TABLE "sentences_folded" (
  "n" BIGINT NOT NULL,
  "id" TEXT COLLATE "C",
  "id_words" TEXT COLLATE "C",
  "text" TEXT COLLATE "C",
  "text_words" TEXT[] COLLATE "C",
  "text_sentences" BIGINT[],
  "text_paragraphs" BIGINT[],
  "date_first" TEXT COLLATE "C",
  "date_last" TEXT COLLATE "C",
  "date_week" TEXT COLLATE "C",
  "date_weekday" BIGINT,
  PRIMARY KEY ("n")
);
CREATE TABLE "statements_folded" (
  "n" BIGINT NOT NULL,
  "id" TEXT COLLATE "C",
  "id_words" TEXT COLLATE "C",
  "attribution" TEXT COLLATE "C",
  "attribution_words" TEXT COLLATE "C",
  "role" TEXT COLLATE "C",
  "role_words" TEXT COLLATE "C",
  "cue" TEXT COLLATE "C",
  "cue_words" TEXT COLLATE "C",
  "verb" TEXT COLLATE "C",
  "verb_words" TEXT COLLATE "C",
  "act" TEXT COLLATE "C",
  "act_words" TEXT COLLATE "C",
  "mode" TEXT COLLATE "C",
  "mode_words" TEXT COLLATE "C",
  "text" TEXT COLLATE "C",
  "text_words" TEXT[] COLLATE "C",
  "text_sentences" BIGINT[],
  "text_paragraphs" BIGINT[],
  "date_first" TEXT COLLATE "C",
  "date_last" TEXT COLLATE "C",
  "date_week" TEXT COLLATE "C",
  "date_weekday" BIGINT,
  "addressee" TEXT COLLATE "C",
  "addressee_words" TEXT COLLATE "C",
  "medium" TEXT COLLATE "C",
  "medium_words" TEXT COLLATE "C",
  "rule" TEXT COLLATE "C",
  "rule_words" TEXT COLLATE "C",
  PRIMARY KEY ("n")
);
CREATE TABLE "actors_roles" (
  "actor" TEXT COLLATE "C" NOT NULL,
  "value" TEXT COLLATE "C" NOT NULL,
  "folded" TEXT COLLATE "C" NOT NULL,
  "words" TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY ("actor", "value")
);
CREATE TABLE "actors_organisations" (
  "actor" TEXT COLLATE "C" NOT NULL,
  "organisation" TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY ("actor", "organisation")
);
CREATE TABLE "actors_events" (
  "actor" TEXT COLLATE "C" NOT NULL,
  "event" TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY ("actor", "event")
);
CREATE TABLE "actors_organised" (
  "actor" TEXT COLLATE "C" NOT NULL,
  "event" TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY ("actor", "event")
);
CREATE TABLE "actors_agreements" (
  "actor" TEXT COLLATE "C" NOT NULL,
  "agreement" TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY ("actor", "agreement")
);
CREATE TABLE "actors_forms" (
  "actor" TEXT COLLATE "C" NOT NULL,
  "position" BIGINT NOT NULL,
  "form" TEXT COLLATE "C" NOT NULL,
  "is_name" BOOLEAN NOT NULL,
  "is_names" BOOLEAN NOT NULL,
  "words" TEXT COLLATE "C",
  "normalised" TEXT COLLATE "C",
  "sorted" TEXT COLLATE "C",
  "joined" TEXT COLLATE "C",
  "surname" TEXT COLLATE "C",
  "initials" TEXT COLLATE "C",
  PRIMARY KEY ("actor", "position")
);
CREATE TABLE "actors_folded" (
  "n" BIGINT NOT NULL,
  "id" TEXT COLLATE "C",
  "id_words" TEXT COLLATE "C",
  "type" TEXT COLLATE "C",
  "type_words" TEXT COLLATE "C",
  "name" TEXT COLLATE "C",
  "kind" TEXT COLLATE "C",
  "kind_words" TEXT COLLATE "C",
  "gender" TEXT COLLATE "C",
  "gender_words" TEXT COLLATE "C",
  "role" TEXT COLLATE "C",
  "role_words" TEXT COLLATE "C",
  PRIMARY KEY ("n")
);
CREATE TABLE "places_forms" (
  "place" TEXT COLLATE "C" NOT NULL,
  "position" BIGINT NOT NULL,
  "form" TEXT COLLATE "C" NOT NULL,
  "is_name" BOOLEAN NOT NULL,
  "is_names" BOOLEAN NOT NULL,
  "words" TEXT COLLATE "C",
  "normalised" TEXT COLLATE "C",
  "sorted" TEXT COLLATE "C",
  "joined" TEXT COLLATE "C",
  "surname" TEXT COLLATE "C",
  "initials" TEXT COLLATE "C",
  PRIMARY KEY ("place", "position")
);
CREATE TABLE "places_folded" (
  "n" BIGINT NOT NULL,
  "id" TEXT COLLATE "C",
  "id_words" TEXT COLLATE "C",
  "name" TEXT COLLATE "C",
  "kind" TEXT COLLATE "C",
  "kind_words" TEXT COLLATE "C",
  PRIMARY KEY ("n")
);
CREATE TABLE "events_participants" (
  "event" TEXT COLLATE "C" NOT NULL,
  "actor" TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY ("event", "actor")
);
CREATE TABLE "events_forms" (
  "event" TEXT COLLATE "C" NOT NULL,
  "position" BIGINT NOT NULL,
  "form" TEXT COLLATE "C" NOT NULL,
  "is_name" BOOLEAN NOT NULL,
  "words" TEXT COLLATE "C",
  "normalised" TEXT COLLATE "C",
  "sorted" TEXT COLLATE "C",
  "joined" TEXT COLLATE "C",
  "surname" TEXT COLLATE "C",
  "initials" TEXT COLLATE "C",
  PRIMARY KEY ("event", "position")
);
CREATE TABLE "events_folded" (
  "n" BIGINT NOT NULL,
  "id" TEXT COLLATE "C",
  "id_words" TEXT COLLATE "C",
  "name" TEXT COLLATE "C",
  "kind" TEXT COLLATE "C",
  "kind_words" TEXT COLLATE "C",
  "topic" TEXT COLLATE "C",
  "topic_words" TEXT[] COLLATE "C",
  "topic_sentences" BIGINT[],
  "topic_paragraphs" BIGINT[],
  "text" TEXT COLLATE "C",
  "text_words" TEXT[] COLLATE "C",
  "text_sentences" BIGINT[],
  "text_paragraphs" BIGINT[],
  "date_first" TEXT COLLATE "C",
  "date_last" TEXT COLLATE "C",
  "date_week" TEXT COLLATE "C",
  "date_weekday" BIGINT,
  PRIMARY KEY ("n")
);
CREATE TABLE "agreements_signatories" (
  "agreement" TEXT COLLATE "C" NOT NULL,
  "actor" TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY ("agreement", "actor")
);
CREATE TABLE "agreements_forms" (
  "agreement" TEXT COLLATE "C" NOT NULL,
  "position" BIGINT NOT NULL,
  "form" TEXT COLLATE "C" NOT NULL,
  "is_name" BOOLEAN NOT NULL,
  "words" TEXT COLLATE "C",
  "normalised" TEXT COLLATE "C",
  "sorted" TEXT COLLATE "C",
  "joined" TEXT COLLATE "C",
  "surname" TEXT COLLATE "C",
  "initials" TEXT COLLATE "C",
  PRIMARY KEY ("agreement", "position")
);
CREATE TABLE "agreements_folded" (
  "n" BIGINT NOT NULL,
  "id" TEXT COLLATE "C",
  "id_words" TEXT COLLATE "C",
  "name" TEXT COLLATE "C",
  "kind" TEXT COLLATE "C",
  "kind_words" TEXT COLLATE "C",
  "status" TEXT COLLATE "C",
  "status_words" TEXT COLLATE "C",
  "text" TEXT COLLATE "C",
  "text_words" TEXT[] COLLATE "C",
  "text_sentences" BIGINT[],
  "text_paragraphs" BIGINT[],
  "purpose" TEXT COLLATE "C",
  "purpose_words" TEXT[] COLLATE "C",
  "purpose_sentences" BIGINT[],
  "purpose_paragraphs" BIGINT[],
  "date_first" TEXT COLLATE "C",
  "date_last" TEXT COLLATE "C",
  "date_week" TEXT COLLATE "C",
  "date_weekday" BIGINT,
  PRIMARY KEY ("n")
);
CREATE VIEW "people" AS
SELECT "n", "id", "name", "gender", "role"
FROM "actors"
WHERE "type" = 'person';
CREATE VIEW "organisations" AS
SELECT "n", "id", "name", "kind"
FROM "actors"
WHERE "type" = 'organisation';

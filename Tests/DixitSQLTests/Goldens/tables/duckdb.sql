CREATE TABLE "documents" (
  "id" VARCHAR NOT NULL,
  "n" BIGINT NOT NULL,
  "title" VARCHAR,
  "lead" VARCHAR,
  "text" VARCHAR,
  "date" VARCHAR,
  "place" VARCHAR,
  "outlet" VARCHAR,
  "agency" VARCHAR,
  "language" VARCHAR,
  "url" VARCHAR,
  "path" VARCHAR,
  "words" DOUBLE,
  "added" VARCHAR
);
CREATE TABLE "sentences" (
  "id" VARCHAR NOT NULL,
  "n" BIGINT NOT NULL,
  "text" VARCHAR,
  "document" VARCHAR,
  "date" VARCHAR,
  "position" DOUBLE,
  "paragraph" DOUBLE,
  "start" DOUBLE,
  "end" DOUBLE
);
CREATE TABLE "statements" (
  "id" VARCHAR NOT NULL,
  "n" BIGINT NOT NULL,
  "speaker" VARCHAR,
  "attribution" VARCHAR,
  "role" VARCHAR,
  "cue" VARCHAR,
  "verb" VARCHAR,
  "act" VARCHAR,
  "mode" VARCHAR,
  "text" VARCHAR,
  "document" VARCHAR,
  "date" VARCHAR,
  "place" VARCHAR,
  "event" VARCHAR,
  "addressee" VARCHAR,
  "medium" VARCHAR,
  "confidence" DOUBLE,
  "rule" VARCHAR,
  "paragraph" DOUBLE,
  "start" DOUBLE,
  "end" DOUBLE
);
CREATE TABLE "actors" (
  "id" VARCHAR NOT NULL,
  "n" BIGINT NOT NULL,
  "type" VARCHAR,
  "name" VARCHAR,
  "kind" VARCHAR,
  "gender" VARCHAR,
  "role" VARCHAR
);
CREATE TABLE "places" (
  "id" VARCHAR NOT NULL,
  "n" BIGINT NOT NULL,
  "name" VARCHAR,
  "kind" VARCHAR
);
CREATE TABLE "events" (
  "id" VARCHAR NOT NULL,
  "n" BIGINT NOT NULL,
  "name" VARCHAR,
  "kind" VARCHAR,
  "topic" VARCHAR,
  "text" VARCHAR,
  "date" VARCHAR,
  "place" VARCHAR,
  "document" VARCHAR,
  "paragraph" DOUBLE,
  "start" DOUBLE,
  "end" DOUBLE
);
CREATE TABLE "agreements" (
  "id" VARCHAR NOT NULL,
  "n" BIGINT NOT NULL,
  "name" VARCHAR,
  "kind" VARCHAR,
  "status" VARCHAR,
  "text" VARCHAR,
  "purpose" VARCHAR,
  "date" VARCHAR,
  "place" VARCHAR,
  "event" VARCHAR,
  "document" VARCHAR,
  "paragraph" DOUBLE,
  "start" DOUBLE,
  "end" DOUBLE
);
CREATE TABLE "documents_actors" (
  "document" VARCHAR NOT NULL,
  "actor" VARCHAR NOT NULL
);
CREATE TABLE "documents_people" (
  "document" VARCHAR NOT NULL,
  "person" VARCHAR NOT NULL
);
CREATE TABLE "documents_organisations" (
  "document" VARCHAR NOT NULL,
  "organisation" VARCHAR NOT NULL
);
CREATE TABLE "documents_places" (
  "document" VARCHAR NOT NULL,
  "place" VARCHAR NOT NULL
);
CREATE TABLE "documents_folded" (
  "n" BIGINT NOT NULL,
  "id" VARCHAR,
  "id_words" VARCHAR,
  "title" VARCHAR,
  "title_words" VARCHAR[],
  "title_sentences" BIGINT[],
  "title_paragraphs" BIGINT[],
  "lead" VARCHAR,
  "lead_words" VARCHAR[],
  "lead_sentences" BIGINT[],
  "lead_paragraphs" BIGINT[],
  "text" VARCHAR,
  "text_words" VARCHAR[],
  "text_sentences" BIGINT[],
  "text_paragraphs" BIGINT[],
  "date_first" VARCHAR,
  "date_last" VARCHAR,
  "date_week" VARCHAR,
  "date_weekday" BIGINT,
  "outlet" VARCHAR,
  "outlet_words" VARCHAR,
  "agency" VARCHAR,
  "agency_words" VARCHAR,
  "language" VARCHAR,
  "language_words" VARCHAR,
  "url" VARCHAR,
  "url_words" VARCHAR,
  "path" VARCHAR,
  "path_words" VARCHAR,
  "added_first" VARCHAR,
  "added_last" VARCHAR,
  "added_week" VARCHAR,
  "added_weekday" BIGINT
);
CREATE TABLE "sentences_folded" (
  "n" BIGINT NOT NULL,
  "id" VARCHAR,
  "id_words" VARCHAR,
  "text" VARCHAR,
  "text_words" VARCHAR[],
  "text_sentences" BIGINT[],
  "text_paragraphs" BIGINT[],
  "date_first" VARCHAR,
  "date_last" VARCHAR,
  "date_week" VARCHAR,
  "date_weekday" BIGINT
);
CREATE TABLE "statements_folded" (
  "n" BIGINT NOT NULL,
  "id" VARCHAR,
  "id_words" VARCHAR,
  "attribution" VARCHAR,
  "attribution_words" VARCHAR,
  "role" VARCHAR,
  "role_words" VARCHAR,
  "cue" VARCHAR,
  "cue_words" VARCHAR,
  "verb" VARCHAR,
  "verb_words" VARCHAR,
  "act" VARCHAR,
  "act_words" VARCHAR,
  "mode" VARCHAR,
  "mode_words" VARCHAR,
  "text" VARCHAR,
  "text_words" VARCHAR[],
  "text_sentences" BIGINT[],
  "text_paragraphs" BIGINT[],
  "date_first" VARCHAR,
  "date_last" VARCHAR,
  "date_week" VARCHAR,
  "date_weekday" BIGINT,
  "addressee" VARCHAR,
  "addressee_words" VARCHAR,
  "medium" VARCHAR,
  "medium_words" VARCHAR,
  "rule" VARCHAR,
  "rule_words" VARCHAR
);
CREATE TABLE "actors_roles" (
  "actor" VARCHAR NOT NULL,
  "value" VARCHAR NOT NULL,
  "folded" VARCHAR NOT NULL,
  "words" VARCHAR NOT NULL
);
CREATE TABLE "actors_organisations" (
  "actor" VARCHAR NOT NULL,
  "organisation" VARCHAR NOT NULL
);
CREATE TABLE "actors_events" (
  "actor" VARCHAR NOT NULL,
  "event" VARCHAR NOT NULL
);
CREATE TABLE "actors_organised" (
  "actor" VARCHAR NOT NULL,
  "event" VARCHAR NOT NULL
);
CREATE TABLE "actors_agreements" (
  "actor" VARCHAR NOT NULL,
  "agreement" VARCHAR NOT NULL
);
CREATE TABLE "actors_forms" (
  "actor" VARCHAR NOT NULL,
  "position" BIGINT NOT NULL,
  "form" VARCHAR NOT NULL,
  "is_name" BOOLEAN NOT NULL,
  "is_names" BOOLEAN NOT NULL,
  "words" VARCHAR,
  "normalised" VARCHAR,
  "sorted" VARCHAR,
  "joined" VARCHAR,
  "surname" VARCHAR,
  "initials" VARCHAR
);
CREATE TABLE "actors_folded" (
  "n" BIGINT NOT NULL,
  "id" VARCHAR,
  "id_words" VARCHAR,
  "type" VARCHAR,
  "type_words" VARCHAR,
  "name" VARCHAR,
  "kind" VARCHAR,
  "kind_words" VARCHAR,
  "gender" VARCHAR,
  "gender_words" VARCHAR,
  "role" VARCHAR,
  "role_words" VARCHAR
);
CREATE TABLE "places_forms" (
  "place" VARCHAR NOT NULL,
  "position" BIGINT NOT NULL,
  "form" VARCHAR NOT NULL,
  "is_name" BOOLEAN NOT NULL,
  "is_names" BOOLEAN NOT NULL,
  "words" VARCHAR,
  "normalised" VARCHAR,
  "sorted" VARCHAR,
  "joined" VARCHAR,
  "surname" VARCHAR,
  "initials" VARCHAR
);
CREATE TABLE "places_folded" (
  "n" BIGINT NOT NULL,
  "id" VARCHAR,
  "id_words" VARCHAR,
  "name" VARCHAR,
  "kind" VARCHAR,
  "kind_words" VARCHAR
);
CREATE TABLE "events_participants" (
  "event" VARCHAR NOT NULL,
  "actor" VARCHAR NOT NULL
);
CREATE TABLE "events_forms" (
  "event" VARCHAR NOT NULL,
  "position" BIGINT NOT NULL,
  "form" VARCHAR NOT NULL,
  "is_name" BOOLEAN NOT NULL,
  "words" VARCHAR,
  "normalised" VARCHAR,
  "sorted" VARCHAR,
  "joined" VARCHAR,
  "surname" VARCHAR,
  "initials" VARCHAR
);
CREATE TABLE "events_folded" (
  "n" BIGINT NOT NULL,
  "id" VARCHAR,
  "id_words" VARCHAR,
  "name" VARCHAR,
  "kind" VARCHAR,
  "kind_words" VARCHAR,
  "topic" VARCHAR,
  "topic_words" VARCHAR[],
  "topic_sentences" BIGINT[],
  "topic_paragraphs" BIGINT[],
  "text" VARCHAR,
  "text_words" VARCHAR[],
  "text_sentences" BIGINT[],
  "text_paragraphs" BIGINT[],
  "date_first" VARCHAR,
  "date_last" VARCHAR,
  "date_week" VARCHAR,
  "date_weekday" BIGINT
);
CREATE TABLE "agreements_signatories" (
  "agreement" VARCHAR NOT NULL,
  "actor" VARCHAR NOT NULL
);
CREATE TABLE "agreements_forms" (
  "agreement" VARCHAR NOT NULL,
  "position" BIGINT NOT NULL,
  "form" VARCHAR NOT NULL,
  "is_name" BOOLEAN NOT NULL,
  "words" VARCHAR,
  "normalised" VARCHAR,
  "sorted" VARCHAR,
  "joined" VARCHAR,
  "surname" VARCHAR,
  "initials" VARCHAR
);
CREATE TABLE "agreements_folded" (
  "n" BIGINT NOT NULL,
  "id" VARCHAR,
  "id_words" VARCHAR,
  "name" VARCHAR,
  "kind" VARCHAR,
  "kind_words" VARCHAR,
  "status" VARCHAR,
  "status_words" VARCHAR,
  "text" VARCHAR,
  "text_words" VARCHAR[],
  "text_sentences" BIGINT[],
  "text_paragraphs" BIGINT[],
  "purpose" VARCHAR,
  "purpose_words" VARCHAR[],
  "purpose_sentences" BIGINT[],
  "purpose_paragraphs" BIGINT[],
  "date_first" VARCHAR,
  "date_last" VARCHAR,
  "date_week" VARCHAR,
  "date_weekday" BIGINT
);
CREATE VIEW "people" AS
SELECT "n", "id", "name", "gender", "role"
FROM "actors"
WHERE "type" = 'person';
CREATE VIEW "organisations" AS
SELECT "n", "id", "name", "kind"
FROM "actors"
WHERE "type" = 'organisation';

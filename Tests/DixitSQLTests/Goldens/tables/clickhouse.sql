CREATE TABLE "documents" (
  "id" String,
  "n" Int64,
  "title" Nullable(String),
  "lead" Nullable(String),
  "text" Nullable(String),
  "date" Nullable(String),
  "place" Nullable(String),
  "outlet" Nullable(String),
  "agency" Nullable(String),
  "language" Nullable(String),
  "url" Nullable(String),
  "path" Nullable(String),
  "words" Nullable(Float64),
  "added" Nullable(String)
) ENGINE = MergeTree ORDER BY ("id");
CREATE TABLE "sentences" (
  "id" String,
  "n" Int64,
  "text" Nullable(String),
  "document" Nullable(String),
  "date" Nullable(String),
  "position" Nullable(Float64),
  "paragraph" Nullable(Float64),
  "start" Nullable(Float64),
  "end" Nullable(Float64)
) ENGINE = MergeTree ORDER BY ("id");
CREATE TABLE "statements" (
  "id" String,
  "n" Int64,
  "speaker" Nullable(String),
  "attribution" Nullable(String),
  "role" Nullable(String),
  "cue" Nullable(String),
  "verb" Nullable(String),
  "act" Nullable(String),
  "mode" Nullable(String),
  "text" Nullable(String),
  "document" Nullable(String),
  "date" Nullable(String),
  "place" Nullable(String),
  "event" Nullable(String),
  "addressee" Nullable(String),
  "medium" Nullable(String),
  "confidence" Nullable(Float64),
  "rule" Nullable(String),
  "paragraph" Nullable(Float64),
  "start" Nullable(Float64),
  "end" Nullable(Float64)
) ENGINE = MergeTree ORDER BY ("id");
CREATE TABLE "actors" (
  "id" String,
  "n" Int64,
  "type" Nullable(String),
  "name" Nullable(String),
  "kind" Nullable(String),
  "gender" Nullable(String),
  "role" Nullable(String)
) ENGINE = MergeTree ORDER BY ("id");
CREATE TABLE "places" (
  "id" String,
  "n" Int64,
  "name" Nullable(String),
  "kind" Nullable(String)
) ENGINE = MergeTree ORDER BY ("id");
CREATE TABLE "events" (
  "id" String,
  "n" Int64,
  "name" Nullable(String),
  "kind" Nullable(String),
  "topic" Nullable(String),
  "text" Nullable(String),
  "date" Nullable(String),
  "place" Nullable(String),
  "document" Nullable(String),
  "paragraph" Nullable(Float64),
  "start" Nullable(Float64),
  "end" Nullable(Float64)
) ENGINE = MergeTree ORDER BY ("id");
CREATE TABLE "agreements" (
  "id" String,
  "n" Int64,
  "name" Nullable(String),
  "kind" Nullable(String),
  "status" Nullable(String),
  "text" Nullable(String),
  "purpose" Nullable(String),
  "date" Nullable(String),
  "place" Nullable(String),
  "event" Nullable(String),
  "document" Nullable(String),
  "paragraph" Nullable(Float64),
  "start" Nullable(Float64),
  "end" Nullable(Float64)
) ENGINE = MergeTree ORDER BY ("id");
CREATE TABLE "documents_actors" (
  "document" String,
  "actor" String
) ENGINE = MergeTree ORDER BY ("document", "actor");
CREATE TABLE "documents_people" (
  "document" String,
  "person" String
) ENGINE = MergeTree ORDER BY ("document", "person");
CREATE TABLE "documents_organisations" (
  "document" String,
  "organisation" String
) ENGINE = MergeTree ORDER BY ("document", "organisation");
CREATE TABLE "documents_places" (
  "document" String,
  "place" String
) ENGINE = MergeTree ORDER BY ("document", "place");
CREATE TABLE "documents_folded" (
  "n" Int64,
  "id" Nullable(String),
  "id_words" Nullable(String),
  "title" Nullable(String),
  "title_words" Array(String),
  "title_sentences" Array(Int64),
  "title_paragraphs" Array(Int64),
  "lead" Nullable(String),
  "lead_words" Array(String),
  "lead_sentences" Array(Int64),
  "lead_paragraphs" Array(Int64),
  "text" Nullable(String),
  "text_words" Array(String),
  "text_sentences" Array(Int64),
  "text_paragraphs" Array(Int64),
  "date_first" Nullable(String),
  "date_last" Nullable(String),
  "date_week" Nullable(String),
  "date_weekday" Nullable(Int64),
  "outlet" Nullable(String),
  "outlet_words" Nullable(String),
  "agency" Nullable(String),
  "agency_words" Nullable(String),
  "language" Nullable(String),
  "language_words" Nullable(String),
  "url" Nullable(String),
  "url_words" Nullable(String),
  "path" Nullable(String),
  "path_words" Nullable(String),
  "added_first" Nullable(String),
  "added_last" Nullable(String),
  "added_week" Nullable(String),
  "added_weekday" Nullable(Int64)
) ENGINE = MergeTree ORDER BY ("n");
CREATE TABLE "sentences_folded" (
  "n" Int64,
  "id" Nullable(String),
  "id_words" Nullable(String),
  "text" Nullable(String),
  "text_words" Array(String),
  "text_sentences" Array(Int64),
  "text_paragraphs" Array(Int64),
  "date_first" Nullable(String),
  "date_last" Nullable(String),
  "date_week" Nullable(String),
  "date_weekday" Nullable(Int64)
) ENGINE = MergeTree ORDER BY ("n");
CREATE TABLE "statements_folded" (
  "n" Int64,
  "id" Nullable(String),
  "id_words" Nullable(String),
  "attribution" Nullable(String),
  "attribution_words" Nullable(String),
  "role" Nullable(String),
  "role_words" Nullable(String),
  "cue" Nullable(String),
  "cue_words" Nullable(String),
  "verb" Nullable(String),
  "verb_words" Nullable(String),
  "act" Nullable(String),
  "act_words" Nullable(String),
  "mode" Nullable(String),
  "mode_words" Nullable(String),
  "text" Nullable(String),
  "text_words" Array(String),
  "text_sentences" Array(Int64),
  "text_paragraphs" Array(Int64),
  "date_first" Nullable(String),
  "date_last" Nullable(String),
  "date_week" Nullable(String),
  "date_weekday" Nullable(Int64),
  "addressee" Nullable(String),
  "addressee_words" Nullable(String),
  "medium" Nullable(String),
  "medium_words" Nullable(String),
  "rule" Nullable(String),
  "rule_words" Nullable(String)
) ENGINE = MergeTree ORDER BY ("n");
CREATE TABLE "actors_roles" (
  "actor" String,
  "value" String,
  "folded" String,
  "words" String
) ENGINE = MergeTree ORDER BY ("actor", "value");
CREATE TABLE "actors_organisations" (
  "actor" String,
  "organisation" String
) ENGINE = MergeTree ORDER BY ("actor", "organisation");
CREATE TABLE "actors_events" (
  "actor" String,
  "event" String
) ENGINE = MergeTree ORDER BY ("actor", "event");
CREATE TABLE "actors_organised" (
  "actor" String,
  "event" String
) ENGINE = MergeTree ORDER BY ("actor", "event");
CREATE TABLE "actors_agreements" (
  "actor" String,
  "agreement" String
) ENGINE = MergeTree ORDER BY ("actor", "agreement");
CREATE TABLE "actors_forms" (
  "actor" String,
  "position" Int64,
  "form" String,
  "is_name" Bool,
  "is_names" Bool,
  "words" Nullable(String),
  "normalised" Nullable(String),
  "sorted" Nullable(String),
  "joined" Nullable(String),
  "surname" Nullable(String),
  "initials" Nullable(String)
) ENGINE = MergeTree ORDER BY ("actor", "position");
CREATE TABLE "actors_folded" (
  "n" Int64,
  "id" Nullable(String),
  "id_words" Nullable(String),
  "type" Nullable(String),
  "type_words" Nullable(String),
  "name" Nullable(String),
  "kind" Nullable(String),
  "kind_words" Nullable(String),
  "gender" Nullable(String),
  "gender_words" Nullable(String),
  "role" Nullable(String),
  "role_words" Nullable(String)
) ENGINE = MergeTree ORDER BY ("n");
CREATE TABLE "places_forms" (
  "place" String,
  "position" Int64,
  "form" String,
  "is_name" Bool,
  "is_names" Bool,
  "words" Nullable(String),
  "normalised" Nullable(String),
  "sorted" Nullable(String),
  "joined" Nullable(String),
  "surname" Nullable(String),
  "initials" Nullable(String)
) ENGINE = MergeTree ORDER BY ("place", "position");
CREATE TABLE "places_folded" (
  "n" Int64,
  "id" Nullable(String),
  "id_words" Nullable(String),
  "name" Nullable(String),
  "kind" Nullable(String),
  "kind_words" Nullable(String)
) ENGINE = MergeTree ORDER BY ("n");
CREATE TABLE "events_participants" (
  "event" String,
  "actor" String
) ENGINE = MergeTree ORDER BY ("event", "actor");
CREATE TABLE "events_forms" (
  "event" String,
  "position" Int64,
  "form" String,
  "is_name" Bool,
  "words" Nullable(String),
  "normalised" Nullable(String),
  "sorted" Nullable(String),
  "joined" Nullable(String),
  "surname" Nullable(String),
  "initials" Nullable(String)
) ENGINE = MergeTree ORDER BY ("event", "position");
CREATE TABLE "events_folded" (
  "n" Int64,
  "id" Nullable(String),
  "id_words" Nullable(String),
  "name" Nullable(String),
  "kind" Nullable(String),
  "kind_words" Nullable(String),
  "topic" Nullable(String),
  "topic_words" Array(String),
  "topic_sentences" Array(Int64),
  "topic_paragraphs" Array(Int64),
  "text" Nullable(String),
  "text_words" Array(String),
  "text_sentences" Array(Int64),
  "text_paragraphs" Array(Int64),
  "date_first" Nullable(String),
  "date_last" Nullable(String),
  "date_week" Nullable(String),
  "date_weekday" Nullable(Int64)
) ENGINE = MergeTree ORDER BY ("n");
CREATE TABLE "agreements_signatories" (
  "agreement" String,
  "actor" String
) ENGINE = MergeTree ORDER BY ("agreement", "actor");
CREATE TABLE "agreements_forms" (
  "agreement" String,
  "position" Int64,
  "form" String,
  "is_name" Bool,
  "words" Nullable(String),
  "normalised" Nullable(String),
  "sorted" Nullable(String),
  "joined" Nullable(String),
  "surname" Nullable(String),
  "initials" Nullable(String)
) ENGINE = MergeTree ORDER BY ("agreement", "position");
CREATE TABLE "agreements_folded" (
  "n" Int64,
  "id" Nullable(String),
  "id_words" Nullable(String),
  "name" Nullable(String),
  "kind" Nullable(String),
  "kind_words" Nullable(String),
  "status" Nullable(String),
  "status_words" Nullable(String),
  "text" Nullable(String),
  "text_words" Array(String),
  "text_sentences" Array(Int64),
  "text_paragraphs" Array(Int64),
  "purpose" Nullable(String),
  "purpose_words" Array(String),
  "purpose_sentences" Array(Int64),
  "purpose_paragraphs" Array(Int64),
  "date_first" Nullable(String),
  "date_last" Nullable(String),
  "date_week" Nullable(String),
  "date_weekday" Nullable(Int64)
) ENGINE = MergeTree ORDER BY ("n");
CREATE VIEW "people" AS
SELECT "n", "id", "name", "gender", "role"
FROM "actors"
WHERE "type" = 'person';
CREATE VIEW "organisations" AS
SELECT "n", "id", "name", "kind"
FROM "actors"
WHERE "type" = 'organisation';

CREATE TABLE "documents" (
  "id" TEXT NOT NULL,
  "n" INTEGER NOT NULL,
  "title" TEXT,
  "lead" TEXT,
  "text" TEXT,
  "date" TEXT,
  "place" TEXT,
  "outlet" TEXT,
  "agency" TEXT,
  "language" TEXT,
  "url" TEXT,
  "path" TEXT,
  "words" NUMERIC,
  "added" TEXT,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("place") REFERENCES "places" ("id")
);
CREATE TABLE "sentences" (
  "id" TEXT NOT NULL,
  "n" INTEGER NOT NULL,
  "text" TEXT,
  "document" TEXT,
  "date" TEXT,
  "position" NUMERIC,
  "paragraph" NUMERIC,
  "start" NUMERIC,
  "end" NUMERIC,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("document") REFERENCES "documents" ("id")
);
CREATE TABLE "statements" (
  "id" TEXT NOT NULL,
  "n" INTEGER NOT NULL,
  "speaker" TEXT,
  "attribution" TEXT,
  "role" TEXT,
  "cue" TEXT,
  "verb" TEXT,
  "act" TEXT,
  "mode" TEXT,
  "text" TEXT,
  "document" TEXT,
  "date" TEXT,
  "place" TEXT,
  "event" TEXT,
  "addressee" TEXT,
  "medium" TEXT,
  "confidence" NUMERIC,
  "rule" TEXT,
  "paragraph" NUMERIC,
  "start" NUMERIC,
  "end" NUMERIC,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("speaker") REFERENCES "actors" ("id"),
  FOREIGN KEY ("document") REFERENCES "documents" ("id"),
  FOREIGN KEY ("place") REFERENCES "places" ("id"),
  FOREIGN KEY ("event") REFERENCES "events" ("id")
);
CREATE TABLE "actors" (
  "id" TEXT NOT NULL,
  "n" INTEGER NOT NULL,
  "type" TEXT,
  "name" TEXT,
  "kind" TEXT,
  "gender" TEXT,
  "role" TEXT,
  PRIMARY KEY ("id")
);
CREATE TABLE "places" (
  "id" TEXT NOT NULL,
  "n" INTEGER NOT NULL,
  "name" TEXT,
  "kind" TEXT,
  PRIMARY KEY ("id")
);
CREATE TABLE "events" (
  "id" TEXT NOT NULL,
  "n" INTEGER NOT NULL,
  "name" TEXT,
  "kind" TEXT,
  "topic" TEXT,
  "text" TEXT,
  "date" TEXT,
  "place" TEXT,
  "document" TEXT,
  "paragraph" NUMERIC,
  "start" NUMERIC,
  "end" NUMERIC,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("place") REFERENCES "places" ("id"),
  FOREIGN KEY ("document") REFERENCES "documents" ("id")
);
CREATE TABLE "agreements" (
  "id" TEXT NOT NULL,
  "n" INTEGER NOT NULL,
  "name" TEXT,
  "kind" TEXT,
  "status" TEXT,
  "text" TEXT,
  "purpose" TEXT,
  "date" TEXT,
  "place" TEXT,
  "event" TEXT,
  "document" TEXT,
  "paragraph" NUMERIC,
  "start" NUMERIC,
  "end" NUMERIC,
  PRIMARY KEY ("id"),
  FOREIGN KEY ("place") REFERENCES "places" ("id"),
  FOREIGN KEY ("event") REFERENCES "events" ("id"),
  FOREIGN KEY ("document") REFERENCES "documents" ("id")
);
CREATE TABLE "documents_actors" (
  "document" TEXT NOT NULL,
  "actor" TEXT NOT NULL,
  PRIMARY KEY ("document", "actor"),
  FOREIGN KEY ("document") REFERENCES "documents" ("id"),
  FOREIGN KEY ("actor") REFERENCES "actors" ("id")
) WITHOUT ROWID;
CREATE TABLE "documents_people" (
  "document" TEXT NOT NULL,
  "person" TEXT NOT NULL,
  PRIMARY KEY ("document", "person"),
  FOREIGN KEY ("document") REFERENCES "documents" ("id"),
  FOREIGN KEY ("person") REFERENCES "actors" ("id")
) WITHOUT ROWID;
CREATE TABLE "documents_organisations" (
  "document" TEXT NOT NULL,
  "organisation" TEXT NOT NULL,
  PRIMARY KEY ("document", "organisation"),
  FOREIGN KEY ("document") REFERENCES "documents" ("id"),
  FOREIGN KEY ("organisation") REFERENCES "actors" ("id")
) WITHOUT ROWID;
CREATE TABLE "documents_places" (
  "document" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  PRIMARY KEY ("document", "place"),
  FOREIGN KEY ("document") REFERENCES "documents" ("id"),
  FOREIGN KEY ("place") REFERENCES "places" ("id")
) WITHOUT ROWID;
CREATE TABLE "documents_folded" (
  "n" INTEGER NOT NULL,
  "id" TEXT,
  "id_words" TEXT,
  "title" TEXT,
  "lead" TEXT,
  "text" TEXT,
  "date_first" TEXT,
  "date_last" TEXT,
  "date_week" TEXT,
  "date_weekday" INTEGER,
  "outlet" TEXT,
  "outlet_words" TEXT,
  "agency" TEXT,
  "agency_words" TEXT,
  "language" TEXT,
  "language_words" TEXT,
  "url" TEXT,
  "url_words" TEXT,
  "path" TEXT,
  "path_words" TEXT,
  "added_first" TEXT,
  "added_last" TEXT,
  "added_week" TEXT,
  "added_weekday" INTEGER,
  PRIMARY KEY ("n")
) WITHOUT ROWID;
CREATE TABLE "documents_title_words" (
  "n" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "word" TEXT NOT NULL,
  "sentence" INTEGER NOT NULL,
  "paragraph" INTEGER NOT NULL,
  PRIMARY KEY ("n", "position")
) WITHOUT ROWID;
CREATE TABLE "documents_lead_words" (
  "n" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "word" TEXT NOT NULL,
  "sentence" INTEGER NOT NULL,
  "paragraph" INTEGER NOT NULL,
  PRIMARY KEY ("n", "position")
) WITHOUT ROWID;
CREATE TABLE "documents_text_words" (
  "n" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "word" TEXT NOT NULL,
  "sentence" INTEGER NOT NULL,
  "paragraph" INTEGER NOT NULL,
  PRIMARY KEY ("n", "position")
) WITHOUT ROWID;
CREATE TABLE "sentences_folded" (
  "n" INTEGER NOT NULL,
  "id" TEXT,
  "id_words" TEXT,
  "text" TEXT,
  "date_first" TEXT,
  "date_last" TEXT,
  "date_week" TEXT,
  "date_weekday" INTEGER,
  PRIMARY KEY ("n")
) WITHOUT ROWID;
CREATE TABLE "sentences_text_words" (
  "n" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "word" TEXT NOT NULL,
  "sentence" INTEGER NOT NULL,
  "paragraph" INTEGER NOT NULL,
  PRIMARY KEY ("n", "position")
) WITHOUT ROWID;
CREATE TABLE "statements_folded" (
  "n" INTEGER NOT NULL,
  "id" TEXT,
  "id_words" TEXT,
  "attribution" TEXT,
  "attribution_words" TEXT,
  "role" TEXT,
  "role_words" TEXT,
  "cue" TEXT,
  "cue_words" TEXT,
  "verb" TEXT,
  "verb_words" TEXT,
  "act" TEXT,
  "act_words" TEXT,
  "mode" TEXT,
  "mode_words" TEXT,
  "text" TEXT,
  "date_first" TEXT,
  "date_last" TEXT,
  "date_week" TEXT,
  "date_weekday" INTEGER,
  "addressee" TEXT,
  "addressee_words" TEXT,
  "medium" TEXT,
  "medium_words" TEXT,
  "rule" TEXT,
  "rule_words" TEXT,
  PRIMARY KEY ("n")
) WITHOUT ROWID;
CREATE TABLE "statements_text_words" (
  "n" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "word" TEXT NOT NULL,
  "sentence" INTEGER NOT NULL,
  "paragraph" INTEGER NOT NULL,
  PRIMARY KEY ("n", "position")
) WITHOUT ROWID;
CREATE TABLE "actors_roles" (
  "actor" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  "folded" TEXT NOT NULL,
  "words" TEXT NOT NULL,
  PRIMARY KEY ("actor", "value"),
  FOREIGN KEY ("actor") REFERENCES "actors" ("id")
) WITHOUT ROWID;
CREATE TABLE "actors_organisations" (
  "actor" TEXT NOT NULL,
  "organisation" TEXT NOT NULL,
  PRIMARY KEY ("actor", "organisation"),
  FOREIGN KEY ("actor") REFERENCES "actors" ("id"),
  FOREIGN KEY ("organisation") REFERENCES "actors" ("id")
) WITHOUT ROWID;
CREATE TABLE "actors_events" (
  "actor" TEXT NOT NULL,
  "event" TEXT NOT NULL,
  PRIMARY KEY ("actor", "event"),
  FOREIGN KEY ("actor") REFERENCES "actors" ("id"),
  FOREIGN KEY ("event") REFERENCES "events" ("id")
) WITHOUT ROWID;
CREATE TABLE "actors_organised" (
  "actor" TEXT NOT NULL,
  "event" TEXT NOT NULL,
  PRIMARY KEY ("actor", "event"),
  FOREIGN KEY ("actor") REFERENCES "actors" ("id"),
  FOREIGN KEY ("event") REFERENCES "events" ("id")
) WITHOUT ROWID;
CREATE TABLE "actors_agreements" (
  "actor" TEXT NOT NULL,
  "agreement" TEXT NOT NULL,
  PRIMARY KEY ("actor", "agreement"),
  FOREIGN KEY ("actor") REFERENCES "actors" ("id"),
  FOREIGN KEY ("agreement") REFERENCES "agreements" ("id")
) WITHOUT ROWID;
CREATE TABLE "actors_forms" (
  "actor" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "form" TEXT NOT NULL,
  "is_name" BOOLEAN NOT NULL,
  "is_names" BOOLEAN NOT NULL,
  "words" TEXT,
  "normalised" TEXT,
  "sorted" TEXT,
  "joined" TEXT,
  "surname" TEXT,
  "initials" TEXT,
  PRIMARY KEY ("actor", "position"),
  FOREIGN KEY ("actor") REFERENCES "actors" ("id")
) WITHOUT ROWID;
CREATE TABLE "actors_folded" (
  "n" INTEGER NOT NULL,
  "id" TEXT,
  "id_words" TEXT,
  "type" TEXT,
  "type_words" TEXT,
  "name" TEXT,
  "kind" TEXT,
  "kind_words" TEXT,
  "gender" TEXT,
  "gender_words" TEXT,
  "role" TEXT,
  "role_words" TEXT,
  PRIMARY KEY ("n")
) WITHOUT ROWID;
CREATE TABLE "places_forms" (
  "place" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "form" TEXT NOT NULL,
  "is_name" BOOLEAN NOT NULL,
  "is_names" BOOLEAN NOT NULL,
  "words" TEXT,
  "normalised" TEXT,
  "sorted" TEXT,
  "joined" TEXT,
  "surname" TEXT,
  "initials" TEXT,
  PRIMARY KEY ("place", "position"),
  FOREIGN KEY ("place") REFERENCES "places" ("id")
) WITHOUT ROWID;
CREATE TABLE "places_folded" (
  "n" INTEGER NOT NULL,
  "id" TEXT,
  "id_words" TEXT,
  "name" TEXT,
  "kind" TEXT,
  "kind_words" TEXT,
  PRIMARY KEY ("n")
) WITHOUT ROWID;
CREATE TABLE "events_participants" (
  "event" TEXT NOT NULL,
  "actor" TEXT NOT NULL,
  PRIMARY KEY ("event", "actor"),
  FOREIGN KEY ("event") REFERENCES "events" ("id"),
  FOREIGN KEY ("actor") REFERENCES "actors" ("id")
) WITHOUT ROWID;
CREATE TABLE "events_forms" (
  "event" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "form" TEXT NOT NULL,
  "is_name" BOOLEAN NOT NULL,
  "words" TEXT,
  "normalised" TEXT,
  "sorted" TEXT,
  "joined" TEXT,
  "surname" TEXT,
  "initials" TEXT,
  PRIMARY KEY ("event", "position"),
  FOREIGN KEY ("event") REFERENCES "events" ("id")
) WITHOUT ROWID;
CREATE TABLE "events_folded" (
  "n" INTEGER NOT NULL,
  "id" TEXT,
  "id_words" TEXT,
  "name" TEXT,
  "kind" TEXT,
  "kind_words" TEXT,
  "topic" TEXT,
  "text" TEXT,
  "date_first" TEXT,
  "date_last" TEXT,
  "date_week" TEXT,
  "date_weekday" INTEGER,
  PRIMARY KEY ("n")
) WITHOUT ROWID;
CREATE TABLE "events_topic_words" (
  "n" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "word" TEXT NOT NULL,
  "sentence" INTEGER NOT NULL,
  "paragraph" INTEGER NOT NULL,
  PRIMARY KEY ("n", "position")
) WITHOUT ROWID;
CREATE TABLE "events_text_words" (
  "n" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "word" TEXT NOT NULL,
  "sentence" INTEGER NOT NULL,
  "paragraph" INTEGER NOT NULL,
  PRIMARY KEY ("n", "position")
) WITHOUT ROWID;
CREATE TABLE "agreements_signatories" (
  "agreement" TEXT NOT NULL,
  "actor" TEXT NOT NULL,
  PRIMARY KEY ("agreement", "actor"),
  FOREIGN KEY ("agreement") REFERENCES "agreements" ("id"),
  FOREIGN KEY ("actor") REFERENCES "actors" ("id")
) WITHOUT ROWID;
CREATE TABLE "agreements_forms" (
  "agreement" TEXT NOT NULL,
  "position" INTEGER NOT NULL,
  "form" TEXT NOT NULL,
  "is_name" BOOLEAN NOT NULL,
  "words" TEXT,
  "normalised" TEXT,
  "sorted" TEXT,
  "joined" TEXT,
  "surname" TEXT,
  "initials" TEXT,
  PRIMARY KEY ("agreement", "position"),
  FOREIGN KEY ("agreement") REFERENCES "agreements" ("id")
) WITHOUT ROWID;
CREATE TABLE "agreements_folded" (
  "n" INTEGER NOT NULL,
  "id" TEXT,
  "id_words" TEXT,
  "name" TEXT,
  "kind" TEXT,
  "kind_words" TEXT,
  "status" TEXT,
  "status_words" TEXT,
  "text" TEXT,
  "purpose" TEXT,
  "date_first" TEXT,
  "date_last" TEXT,
  "date_week" TEXT,
  "date_weekday" INTEGER,
  PRIMARY KEY ("n")
) WITHOUT ROWID;
CREATE TABLE "agreements_text_words" (
  "n" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "word" TEXT NOT NULL,
  "sentence" INTEGER NOT NULL,
  "paragraph" INTEGER NOT NULL,
  PRIMARY KEY ("n", "position")
) WITHOUT ROWID;
CREATE TABLE "agreements_purpose_words" (
  "n" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "word" TEXT NOT NULL,
  "sentence" INTEGER NOT NULL,
  "paragraph" INTEGER NOT NULL,
  PRIMARY KEY ("n", "position")
) WITHOUT ROWID;
CREATE VIEW "people" AS
SELECT "n", "id", "name", "gender", "role"
FROM "actors"
WHERE "type" = 'person';
CREATE VIEW "organisations" AS
SELECT "n", "id", "name", "kind"
FROM "actors"
WHERE "type" = 'organisation';
CREATE INDEX "documents by n" ON "documents" ("n");
CREATE INDEX "documents by place" ON "documents" ("place");
CREATE INDEX "sentences by n" ON "sentences" ("n");
CREATE INDEX "sentences by document" ON "sentences" ("document");
CREATE INDEX "statements by n" ON "statements" ("n");
CREATE INDEX "statements by speaker" ON "statements" ("speaker");
CREATE INDEX "statements by document" ON "statements" ("document");
CREATE INDEX "statements by place" ON "statements" ("place");
CREATE INDEX "statements by event" ON "statements" ("event");
CREATE INDEX "actors by n" ON "actors" ("n");
CREATE INDEX "places by n" ON "places" ("n");
CREATE INDEX "events by n" ON "events" ("n");
CREATE INDEX "events by place" ON "events" ("place");
CREATE INDEX "events by document" ON "events" ("document");
CREATE INDEX "agreements by n" ON "agreements" ("n");
CREATE INDEX "agreements by place" ON "agreements" ("place");
CREATE INDEX "agreements by event" ON "agreements" ("event");
CREATE INDEX "agreements by document" ON "agreements" ("document");
CREATE INDEX "documents_actors by actor, document" ON "documents_actors" ("actor", "document");
CREATE INDEX "documents_people by person, document" ON "documents_people" ("person", "document");
CREATE INDEX "documents_organisations by organisation, document" ON "documents_organisations" ("organisation", "document");
CREATE INDEX "documents_places by place, document" ON "documents_places" ("place", "document");
CREATE INDEX "documents_title_words by word, n, position" ON "documents_title_words" ("word", "n", "position");
CREATE INDEX "documents_lead_words by word, n, position" ON "documents_lead_words" ("word", "n", "position");
CREATE INDEX "documents_text_words by word, n, position" ON "documents_text_words" ("word", "n", "position");
CREATE INDEX "sentences_text_words by word, n, position" ON "sentences_text_words" ("word", "n", "position");
CREATE INDEX "statements_text_words by word, n, position" ON "statements_text_words" ("word", "n", "position");
CREATE INDEX "actors_roles by folded, actor" ON "actors_roles" ("folded", "actor");
CREATE INDEX "actors_organisations by organisation, actor" ON "actors_organisations" ("organisation", "actor");
CREATE INDEX "actors_events by event, actor" ON "actors_events" ("event", "actor");
CREATE INDEX "actors_organised by event, actor" ON "actors_organised" ("event", "actor");
CREATE INDEX "actors_agreements by agreement, actor" ON "actors_agreements" ("agreement", "actor");
CREATE INDEX "actors_forms by normalised" ON "actors_forms" ("normalised");
CREATE INDEX "actors_forms by sorted" ON "actors_forms" ("sorted");
CREATE INDEX "actors_forms by joined" ON "actors_forms" ("joined");
CREATE INDEX "places_forms by normalised" ON "places_forms" ("normalised");
CREATE INDEX "places_forms by sorted" ON "places_forms" ("sorted");
CREATE INDEX "places_forms by joined" ON "places_forms" ("joined");
CREATE INDEX "events_participants by actor, event" ON "events_participants" ("actor", "event");
CREATE INDEX "events_forms by normalised" ON "events_forms" ("normalised");
CREATE INDEX "events_forms by sorted" ON "events_forms" ("sorted");
CREATE INDEX "events_forms by joined" ON "events_forms" ("joined");
CREATE INDEX "events_topic_words by word, n, position" ON "events_topic_words" ("word", "n", "position");
CREATE INDEX "events_text_words by word, n, position" ON "events_text_words" ("word", "n", "position");
CREATE INDEX "agreements_signatories by actor, agreement" ON "agreements_signatories" ("actor", "agreement");
CREATE INDEX "agreements_forms by normalised" ON "agreements_forms" ("normalised");
CREATE INDEX "agreements_forms by sorted" ON "agreements_forms" ("sorted");
CREATE INDEX "agreements_forms by joined" ON "agreements_forms" ("joined");
CREATE INDEX "agreements_text_words by word, n, position" ON "agreements_text_words" ("word", "n", "position");
CREATE INDEX "agreements_purpose_words by word, n, position" ON "agreements_purpose_words" ("word", "n", "position");
CREATE VIRTUAL TABLE "documents_fts" USING fts5("title", "lead", "text", content="documents", tokenize='unicode61 remove_diacritics 2');
INSERT INTO "documents_fts" ("documents_fts") VALUES ('rebuild');
CREATE VIRTUAL TABLE "sentences_fts" USING fts5("text", content="sentences", tokenize='unicode61 remove_diacritics 2');
INSERT INTO "sentences_fts" ("sentences_fts") VALUES ('rebuild');
CREATE VIRTUAL TABLE "statements_fts" USING fts5("text", content="statements", tokenize='unicode61 remove_diacritics 2');
INSERT INTO "statements_fts" ("statements_fts") VALUES ('rebuild');
CREATE VIRTUAL TABLE "actors_fts" USING fts5("name", content="actors", tokenize='unicode61 remove_diacritics 2');
INSERT INTO "actors_fts" ("actors_fts") VALUES ('rebuild');
CREATE VIRTUAL TABLE "places_fts" USING fts5("name", content="places", tokenize='unicode61 remove_diacritics 2');
INSERT INTO "places_fts" ("places_fts") VALUES ('rebuild');
CREATE VIRTUAL TABLE "events_fts" USING fts5("name", "topic", "text", content="events", tokenize='unicode61 remove_diacritics 2');
INSERT INTO "events_fts" ("events_fts") VALUES ('rebuild');
CREATE VIRTUAL TABLE "agreements_fts" USING fts5("name", "text", "purpose", content="agreements", tokenize='unicode61 remove_diacritics 2');
INSERT INTO "agreements_fts" ("agreements_fts") VALUES ('rebuild');

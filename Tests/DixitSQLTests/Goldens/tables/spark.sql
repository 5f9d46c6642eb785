CREATE TABLE `documents` (
  `id` STRING NOT NULL,
  `n` BIGINT NOT NULL,
  `title` STRING,
  `lead` STRING,
  `text` STRING,
  `date` STRING,
  `place` STRING,
  `outlet` STRING,
  `agency` STRING,
  `language` STRING,
  `url` STRING,
  `path` STRING,
  `words` DOUBLE,
  `added` STRING
);
CREATE TABLE `sentences` (
  `id` STRING NOT NULL,
  `n` BIGINT NOT NULL,
  `text` STRING,
  `document` STRING,
  `date` STRING,
  `position` DOUBLE,
  `paragraph` DOUBLE,
  `start` DOUBLE,
  `end` DOUBLE
);
CREATE TABLE `statements` (
  `id` STRING NOT NULL,
  `n` BIGINT NOT NULL,
  `speaker` STRING,
  `attribution` STRING,
  `role` STRING,
  `cue` STRING,
  `verb` STRING,
  `act` STRING,
  `mode` STRING,
  `text` STRING,
  `document` STRING,
  `date` STRING,
  `place` STRING,
  `event` STRING,
  `addressee` STRING,
  `medium` STRING,
  `confidence` DOUBLE,
  `rule` STRING,
  `paragraph` DOUBLE,
  `start` DOUBLE,
  `end` DOUBLE
);
CREATE TABLE `actors` (
  `id` STRING NOT NULL,
  `n` BIGINT NOT NULL,
  `type` STRING,
  `name` STRING,
  `kind` STRING,
  `gender` STRING,
  `role` STRING
);
CREATE TABLE `places` (
  `id` STRING NOT NULL,
  `n` BIGINT NOT NULL,
  `name` STRING,
  `kind` STRING
);
CREATE TABLE `events` (
  `id` STRING NOT NULL,
  `n` BIGINT NOT NULL,
  `name` STRING,
  `kind` STRING,
  `topic` STRING,
  `text` STRING,
  `date` STRING,
  `place` STRING,
  `document` STRING,
  `paragraph` DOUBLE,
  `start` DOUBLE,
  `end` DOUBLE
);
CREATE TABLE `agreements` (
  `id` STRING NOT NULL,
  `n` BIGINT NOT NULL,
  `name` STRING,
  `kind` STRING,
  `status` STRING,
  `text` STRING,
  `purpose` STRING,
  `date` STRING,
  `place` STRING,
  `event` STRING,
  `document` STRING,
  `paragraph` DOUBLE,
  `start` DOUBLE,
  `end` DOUBLE
);
CREATE TABLE `documents_actors` (
  `document` STRING NOT NULL,
  `actor` STRING NOT NULL
);
CREATE TABLE `documents_people` (
  `document` STRING NOT NULL,
  `person` STRING NOT NULL
);
CREATE TABLE `documents_organisations` (
  `document` STRING NOT NULL,
  `organisation` STRING NOT NULL
);
CREATE TABLE `documents_places` (
  `document` STRING NOT NULL,
  `place` STRING NOT NULL
);
CREATE TABLE `documents_folded` (
  `n` BIGINT NOT NULL,
  `id` STRING,
  `id_words` STRING,
  `title` STRING,
  `title_words` ARRAY<STRING>,
  `title_sentences` ARRAY<BIGINT>,
  `title_paragraphs` ARRAY<BIGINT>,
  `lead` STRING,
  `lead_words` ARRAY<STRING>,
  `lead_sentences` ARRAY<BIGINT>,
  `lead_paragraphs` ARRAY<BIGINT>,
  `text` STRING,
  `text_words` ARRAY<STRING>,
  `text_sentences` ARRAY<BIGINT>,
  `text_paragraphs` ARRAY<BIGINT>,
  `date_first` STRING,
  `date_last` STRING,
  `date_week` STRING,
  `date_weekday` BIGINT,
  `outlet` STRING,
  `outlet_words` STRING,
  `agency` STRING,
  `agency_words` STRING,
  `language` STRING,
  `language_words` STRING,
  `url` STRING,
  `url_words` STRING,
  `path` STRING,
  `path_words` STRING,
  `added_first` STRING,
  `added_last` STRING,
  `added_week` STRING,
  `added_weekday` BIGINT
);
CREATE TABLE `sentences_folded` (
  `n` BIGINT NOT NULL,
  `id` STRING,
  `id_words` STRING,
  `text` STRING,
  `text_words` ARRAY<STRING>,
  `text_sentences` ARRAY<BIGINT>,
  `text_paragraphs` ARRAY<BIGINT>,
  `date_first` STRING,
  `date_last` STRING,
  `date_week` STRING,
  `date_weekday` BIGINT
);
CREATE TABLE `statements_folded` (
  `n` BIGINT NOT NULL,
  `id` STRING,
  `id_words` STRING,
  `attribution` STRING,
  `attribution_words` STRING,
  `role` STRING,
  `role_words` STRING,
  `cue` STRING,
  `cue_words` STRING,
  `verb` STRING,
  `verb_words` STRING,
  `act` STRING,
  `act_words` STRING,
  `mode` STRING,
  `mode_words` STRING,
  `text` STRING,
  `text_words` ARRAY<STRING>,
  `text_sentences` ARRAY<BIGINT>,
  `text_paragraphs` ARRAY<BIGINT>,
  `date_first` STRING,
  `date_last` STRING,
  `date_week` STRING,
  `date_weekday` BIGINT,
  `addressee` STRING,
  `addressee_words` STRING,
  `medium` STRING,
  `medium_words` STRING,
  `rule` STRING,
  `rule_words` STRING
);
CREATE TABLE `actors_roles` (
  `actor` STRING NOT NULL,
  `value` STRING NOT NULL,
  `folded` STRING NOT NULL,
  `words` STRING NOT NULL
);
CREATE TABLE `actors_organisations` (
  `actor` STRING NOT NULL,
  `organisation` STRING NOT NULL
);
CREATE TABLE `actors_events` (
  `actor` STRING NOT NULL,
  `event` STRING NOT NULL
);
CREATE TABLE `actors_organised` (
  `actor` STRING NOT NULL,
  `event` STRING NOT NULL
);
CREATE TABLE `actors_agreements` (
  `actor` STRING NOT NULL,
  `agreement` STRING NOT NULL
);
CREATE TABLE `actors_forms` (
  `actor` STRING NOT NULL,
  `position` BIGINT NOT NULL,
  `form` STRING NOT NULL,
  `is_name` BOOLEAN NOT NULL,
  `is_names` BOOLEAN NOT NULL,
  `words` STRING,
  `normalised` STRING,
  `sorted` STRING,
  `joined` STRING,
  `surname` STRING,
  `initials` STRING
);
CREATE TABLE `actors_folded` (
  `n` BIGINT NOT NULL,
  `id` STRING,
  `id_words` STRING,
  `type` STRING,
  `type_words` STRING,
  `name` STRING,
  `kind` STRING,
  `kind_words` STRING,
  `gender` STRING,
  `gender_words` STRING,
  `role` STRING,
  `role_words` STRING
);
CREATE TABLE `places_forms` (
  `place` STRING NOT NULL,
  `position` BIGINT NOT NULL,
  `form` STRING NOT NULL,
  `is_name` BOOLEAN NOT NULL,
  `is_names` BOOLEAN NOT NULL,
  `words` STRING,
  `normalised` STRING,
  `sorted` STRING,
  `joined` STRING,
  `surname` STRING,
  `initials` STRING
);
CREATE TABLE `places_folded` (
  `n` BIGINT NOT NULL,
  `id` STRING,
  `id_words` STRING,
  `name` STRING,
  `kind` STRING,
  `kind_words` STRING
);
CREATE TABLE `events_participants` (
  `event` STRING NOT NULL,
  `actor` STRING NOT NULL
);
CREATE TABLE `events_forms` (
  `event` STRING NOT NULL,
  `position` BIGINT NOT NULL,
  `form` STRING NOT NULL,
  `is_name` BOOLEAN NOT NULL,
  `words` STRING,
  `normalised` STRING,
  `sorted` STRING,
  `joined` STRING,
  `surname` STRING,
  `initials` STRING
);
CREATE TABLE `events_folded` (
  `n` BIGINT NOT NULL,
  `id` STRING,
  `id_words` STRING,
  `name` STRING,
  `kind` STRING,
  `kind_words` STRING,
  `topic` STRING,
  `topic_words` ARRAY<STRING>,
  `topic_sentences` ARRAY<BIGINT>,
  `topic_paragraphs` ARRAY<BIGINT>,
  `text` STRING,
  `text_words` ARRAY<STRING>,
  `text_sentences` ARRAY<BIGINT>,
  `text_paragraphs` ARRAY<BIGINT>,
  `date_first` STRING,
  `date_last` STRING,
  `date_week` STRING,
  `date_weekday` BIGINT
);
CREATE TABLE `agreements_signatories` (
  `agreement` STRING NOT NULL,
  `actor` STRING NOT NULL
);
CREATE TABLE `agreements_forms` (
  `agreement` STRING NOT NULL,
  `position` BIGINT NOT NULL,
  `form` STRING NOT NULL,
  `is_name` BOOLEAN NOT NULL,
  `words` STRING,
  `normalised` STRING,
  `sorted` STRING,
  `joined` STRING,
  `surname` STRING,
  `initials` STRING
);
CREATE TABLE `agreements_folded` (
  `n` BIGINT NOT NULL,
  `id` STRING,
  `id_words` STRING,
  `name` STRING,
  `kind` STRING,
  `kind_words` STRING,
  `status` STRING,
  `status_words` STRING,
  `text` STRING,
  `text_words` ARRAY<STRING>,
  `text_sentences` ARRAY<BIGINT>,
  `text_paragraphs` ARRAY<BIGINT>,
  `purpose` STRING,
  `purpose_words` ARRAY<STRING>,
  `purpose_sentences` ARRAY<BIGINT>,
  `purpose_paragraphs` ARRAY<BIGINT>,
  `date_first` STRING,
  `date_last` STRING,
  `date_week` STRING,
  `date_weekday` BIGINT
);
CREATE VIEW `people` AS
SELECT `n`, `id`, `name`, `gender`, `role`
FROM `actors`
WHERE `type` = 'person';
CREATE VIEW `organisations` AS
SELECT `n`, `id`, `name`, `kind`
FROM `actors`
WHERE `type` = 'organisation';

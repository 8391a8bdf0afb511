-- Makes many answers from the kit's invented ones, for measures only: run with sqlite3 on a copy of a database that holds the demonstration kit.
WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < 133),
  source AS (SELECT r.*, row_number() OVER (ORDER BY r.sequence) AS place FROM consultations_response r WHERE r.is_synthetic AND r.sequence IS NOT NULL LIMIT 1200),
  last AS (SELECT max(sequence) AS sequence FROM consultations_response)
INSERT INTO consultations_response (id, campaign_id, council_id, answers, language, consent_version, consent_on, layout, is_synthetic, invited, is_blank, saved_on, saves, submitted_on, record_key, sequence)
SELECT upper(substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-4' || substr(h, 14, 3) || '-8' || substr(h, 18, 3) || '-' || substr(h, 21, 12)),
  campaign_id, council_id, answers, language, consent_version, consent_on, layout, is_synthetic, invited, is_blank, saved_on, 0, submitted_on, random(), last_sequence + row_number() OVER (ORDER BY n, place)
FROM (SELECT s.*, c.n, l.sequence AS last_sequence, lower(hex(randomblob(16))) AS h FROM copies c, source s, last l);
UPDATE consultations_campaign SET last_sequence = (SELECT max(sequence) FROM consultations_response r WHERE r.campaign_id = consultations_campaign.id)
WHERE EXISTS (SELECT 1 FROM consultations_response r WHERE r.campaign_id = consultations_campaign.id AND r.sequence IS NOT NULL);

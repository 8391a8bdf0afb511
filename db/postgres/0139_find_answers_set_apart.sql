-- Answers set apart are found without reading the others.
CREATE INDEX ix_consultations_response_campaign_id_quarantine ON consultations_response (campaign_id, quarantine) WHERE quarantine IS NOT NULL;

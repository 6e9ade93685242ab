-- Live announcements carry an id, so that a page that was away can ask what it missed.

CREATE SEQUENCE live_event;

-- One announcement at a time: the lock is taken before the id and kept until the notification is
-- queued, so that every listener hears the ids in their order. What is announced was committed before.
CREATE FUNCTION announce_live(topics text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('live_event', 2));
  PERFORM pg_notify('lienthong_live', nextval('live_event') || ' ' || topics);
END $$;

-- What homes, the palette and the licence desk's list ask for: the conclusions of a day, a case by
-- the authority's own number, and the cases that were refused before they had one.
CREATE INDEX conclusion_day ON conclusion (facility_id, concluded_on);
CREATE INDEX renewal_case_dossier ON renewal_case (facility_id, dossier_code) WHERE dossier_code IS NOT NULL;
CREATE INDEX renewal_case_refused ON renewal_case (facility_id, updated_at) WHERE state = 'rejected' AND dossier_code IS NULL;

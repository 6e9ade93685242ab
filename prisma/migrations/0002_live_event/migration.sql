-- Live announcements carry an id, so that a page that was away can ask what it missed.

CREATE SEQUENCE live_event;

-- One announcement at a time: the lock is taken before the id and kept until the notification is
-- queued, so that every listener hears the ids in their order. What is announced was committed before.
CREATE FUNCTION announce_live(topics text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('live_event', 2));
  PERFORM pg_notify('lienthong_live', nextval('live_event') || ' ' || topics);
END $$;

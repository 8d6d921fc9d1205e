-- An index as version 1 made it, with two clips, one half deleted, a recording that was going on and a gap.
CREATE TABLE clips (
    clip_id TEXT PRIMARY KEY, camera_id TEXT NOT NULL, event_ids TEXT NOT NULL, path TEXT NOT NULL UNIQUE,
    still TEXT, started_ms INTEGER NOT NULL, ended_ms INTEGER NOT NULL, duration_s REAL NOT NULL,
    pre_roll_s REAL NOT NULL, size_bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, codec TEXT NOT NULL,
    width INTEGER NOT NULL, height INTEGER NOT NULL, fps REAL, audio TEXT,
    deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX clips_of_camera ON clips (camera_id, started_ms) WHERE deleted = 0;
CREATE INDEX clips_by_age ON clips (started_ms) WHERE deleted = 0;
CREATE INDEX clips_deleted ON clips (clip_id) WHERE deleted = 1;
CREATE TABLE recordings (
    clip_id TEXT PRIMARY KEY, camera_id TEXT NOT NULL, event_ids TEXT NOT NULL, path TEXT NOT NULL,
    still TEXT, started_ms INTEGER NOT NULL, pre_roll_s REAL NOT NULL
) STRICT;
CREATE TABLE gaps (
    camera_id TEXT NOT NULL, started_ms INTEGER NOT NULL, ended_ms INTEGER NOT NULL, cause TEXT NOT NULL
) STRICT;
INSERT INTO clips VALUES ('01a1fd5b-6fa7-7a35-9a25-3a4d3c1e2f10', 'yard', '["01a1fd5b-6fa7-7a35-9a25-000000000001"]',
    'clips/yard/2026-11-21/20261121T093015250Z_01a1fd5b-6fa7-7a35-9a25-3a4d3c1e2f10.mp4',
    'clips/yard/2026-11-21/01a1fd5b-6fa7-7a35-9a25-000000000001.jpg', 1795253415250, 1795253431250, 16.0, 5.4, 812345,
    '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', 'h264', 1280, 720, 15.0, 'aac', 0);
INSERT INTO clips VALUES ('01a1fd5b-6fa7-7a35-9a25-3a4d3c1e2f11', 'yard', '[]',
    'clips/yard/2026-11-21/20261121T101500000Z_01a1fd5b-6fa7-7a35-9a25-3a4d3c1e2f11.mp4',
    NULL, 1795256100000, 1795256112000, 12.0, 0.0, 500000,
    '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752', 'hevc', 1920, 1080, NULL, NULL, 0);
INSERT INTO clips VALUES ('01a1fd5b-6fa7-7a35-9a25-3a4d3c1e2f12', 'gate', '[]',
    'clips/gate/2026-11-21/20261121T101500000Z_01a1fd5b-6fa7-7a35-9a25-3a4d3c1e2f12.mp4',
    NULL, 1795256100000, 1795256112000, 12.0, 0.0, 700000,
    'fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13', 'h264', 1280, 720, 20.0, NULL, 1);
INSERT INTO recordings VALUES ('01a1fd5b-6fa7-7a35-9a25-3a4d3c1e2f13', 'yard', '["01a1fd5b-6fa7-7a35-9a25-000000000003"]',
    'clips/yard/2026-11-21/20261121T111500000Z_01a1fd5b-6fa7-7a35-9a25-3a4d3c1e2f13.mp4', NULL, 1795259700000, 5.0);
INSERT INTO gaps VALUES ('yard', 1795250000000, 1795250060000, 'engine_stopped');
PRAGMA user_version = 1;

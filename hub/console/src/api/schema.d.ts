// Made by scripts/schema.mjs from the hub's OpenAPI document; not written by hand.
export interface paths {
    "/.well-known/mt-hub": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Describe Hub
         * @description The hub's key, name and statements.
         */
        get: operations["describe_hub__well_known_mt_hub_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pairings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pair
         * @description Answer an invitation. The only signed call whose body is read first, for the key is inside.
         */
        post: operations["pair_v1_pairings_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pairings/{household_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pairing State
         * @description Where the pairing stands.
         */
        get: operations["pairing_state_v1_pairings__household_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/heartbeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Heartbeat
         * @description The household is alive, and so are its cameras or not.
         */
        post: operations["heartbeat_v1_heartbeat_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cameras/{camera_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put Camera
         * @description 201 for a new camera, 200 for a changed one.
         */
        put: operations["put_camera_v1_cameras__camera_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consents/{consent_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put Consent
         * @description 201 with a receipt for a new record, 200 with the same receipt for the same record again.
         */
        put: operations["put_consent_v1_consents__consent_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consents/{consent_id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw
         * @description Nothing of this consent is shown from now on; deletion follows at once.
         */
        post: operations["withdraw_v1_consents__consent_id__withdrawal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deletions/{deletion_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Deletion
         * @description How far a deletion has come; its receipt once it is done.
         */
        get: operations["read_deletion_v1_deletions__deletion_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Events
         * @description Each event's fate, in the batch's order.
         */
        post: operations["send_events_v1_events_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stills/{still_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put Still
         * @description The picture of an event: 201, or 200 for the same bytes again.
         */
        put: operations["put_still_v1_stills__still_id__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Announce Clip
         * @description Announce a clip: 201 with the address for its bytes, or 200 for the same manifest again.
         */
        post: operations["announce_clip_v1_clips_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clips/{clip_id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put Clip
         * @description The bytes of an announced clip: 201 with a storage receipt, or 200 with the same receipt again.
         */
        put: operations["put_clip_v1_clips__clip_id__content_put"];
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Clip Offset
         * @description How much of an announced clip is here, in `Upload-Offset`: a clip that came in parts goes on from there.
         */
        head: operations["clip_offset_v1_clips__clip_id__content_head"];
        /**
         * Append Part
         * @description A part of an announced clip, from `Upload-Offset` on: 204; with `Upload-Complete: ?1` the answers of the whole.
         */
        patch: operations["append_part_v1_clips__clip_id__content_patch"];
        trace?: never;
    };
    "/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Inbox
         * @description What follows that number, oldest first; when there is nothing, the answer waits so many seconds for it.
         *
         *     With `live=1` news of live views are among it.
         */
        get: operations["read_inbox_v1_inbox_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{request_id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide
         * @description A household's final word: 200 for the first and for the same again, 409 for another, 410 once it is too late.
         */
        post: operations["decide_v1_requests__request_id__decision_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/live/{live_id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer Live
         * @description A household's final word: 200 for the first and for the same again, 409 for another, 410 once it is too late.
         */
        post: operations["answer_live_v1_live__live_id__answer_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/live/{live_id}/init": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put Init
         * @description How the fragments that follow are to be read; again whenever the camera's picture becomes another.
         */
        put: operations["put_init_v1_live__live_id__init_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/live/{live_id}/fragments/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put Fragment
         * @description The next fragment. Numbers grow and may be left out; the last one again is no change, an earlier one is refused.
         */
        put: operations["put_fragment_v1_live__live_id__fragments__number__put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/live/{live_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Live
         * @description The home pushes no more; who looks sees it at once. Repeats are welcome.
         */
        post: operations["end_live_v1_live__live_id__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Report
         * @description 201 for a new report, 200 for the same again, 409 for another under its id. Its clips follow.
         */
        post: operations["send_report_v1_reports_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/household/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Own Log
         * @description The entries that follow that number, oldest first; as many as an answer holds.
         */
        get: operations["read_own_log_v1_household_access_log_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Setup State
         * @description Whether the hub waits for its first administrator.
         */
        get: operations["setup_state_api_setup_get"];
        put?: never;
        /**
         * Set Up
         * @description Make the first administrator and log in.
         */
        post: operations["set_up_api_setup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hub": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Hub
         * @description The hub's settings.
         */
        get: operations["read_hub_api_hub_get"];
        /**
         * Change Hub
         * @description Change names and statements; households see a new notice version.
         */
        put: operations["change_hub_api_hub_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Health
         * @description Whether database and store answer.
         */
        get: operations["health_api_health_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log In
         * @description Ten wrong tries per address or name in a quarter of an hour, then `quota`.
         */
        post: operations["log_in_api_login_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log Out
         * @description End this session; harmless without one.
         */
        post: operations["log_out_api_logout_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Me
         * @description Who is logged in.
         */
        get: operations["me_api_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Members
         * @description All accounts.
         */
        get: operations["list_members_api_members_get"];
        put?: never;
        /**
         * Add Member
         * @description A new account.
         */
        post: operations["add_member_api_members_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{member_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Member
         * @description Close an account and its sessions.
         */
        delete: operations["remove_member_api_members__member_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Feed
         * @description Events from the newest on.
         */
        get: operations["read_feed_api_events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Event
         * @description One event; the look is logged.
         */
        get: operations["read_event_api_events__event_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stills/{still_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Still
         * @description A still; the look is logged in the transaction that allows it.
         */
        get: operations["read_still_api_stills__still_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clips/{clip_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Clip
         * @description A clip or a range of it, to play or as a file; the look is logged in the transaction that allows it.
         */
        get: operations["read_clip_api_clips__clip_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Households
         * @description All households, those that wait first.
         */
        get: operations["list_households_api_households_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{household_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm
         * @description The codes on both screens are alike.
         */
        post: operations["confirm_api_households__household_id__confirm_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/households/{household_id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description Lock a household out.
         */
        post: operations["refuse_api_households__household_id__refuse_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Invitations
         * @description The newest invitations.
         */
        get: operations["list_invitations_api_invitations_get"];
        put?: never;
        /**
         * Invite
         * @description A link for one household, good once and for a day.
         */
        post: operations["invite_api_invitations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke
         * @description Take an open invitation back.
         */
        delete: operations["revoke_api_invitations__invitation_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Cameras
         * @description All cameras.
         */
        get: operations["list_cameras_api_cameras_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Consents
         * @description All consents, also those withdrawn.
         */
        get: operations["list_consents_api_consents_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Requests
         * @description Requests from the newest on.
         */
        get: operations["list_requests_api_requests_get"];
        put?: never;
        /**
         * Ask For Footage
         * @description A new request; no home hears of it before a second officer has approved it.
         */
        post: operations["ask_for_footage_api_requests_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Waiting
         * @description How many requests of others wait for a second officer.
         */
        get: operations["count_waiting_api_requests_waiting_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{request_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Request
         * @description One request with its cameras and what was given.
         */
        get: operations["read_request_api_requests__request_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{request_id}/moderation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moderate
         * @description Approve or refuse another officer's request; approved, the households are told at once.
         */
        post: operations["moderate_api_requests__request_id__moderation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/requests/{request_id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel
         * @description Take a request back, by who asked or an administrator; what was given stays.
         */
        post: operations["cancel_api_requests__request_id__cancellation_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Open
         * @description The views that wait for a household's word, or run.
         */
        get: operations["list_open_api_live_get"];
        put?: never;
        /**
         * Ask To Look
         * @description Ask a household to let officers look through one camera now; it has two minutes to answer.
         */
        post: operations["ask_to_look_api_live_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live/{live_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Live
         * @description One view, also when it is over.
         */
        get: operations["read_live_api_live__live_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live/{live_id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End Live
         * @description Look no more, or take the question back; by whoever asked, or an administrator.
         */
        post: operations["end_live_api_live__live_id__end_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live/{live_id}/film": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Watch
         * @description The film as it comes, without an end of its own; the look is logged in the transaction that allows it.
         */
        get: operations["watch_api_live__live_id__film_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Reports
         * @description Reports from the newest on.
         */
        get: operations["list_reports_api_reports_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{report_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Report
         * @description One report with its clips.
         */
        get: operations["read_report_api_reports__report_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Holds
         * @description Holds from the newest on.
         */
        get: operations["list_holds_api_holds_get"];
        put?: never;
        /**
         * Ask To Hold
         * @description A new hold; it keeps nothing before a second officer has decided.
         */
        post: operations["ask_to_hold_api_holds_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count Waiting Holds
         * @description How many holds of others wait for a second officer.
         */
        get: operations["count_waiting_holds_api_holds_waiting_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds/{hold_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Hold
         * @description One hold with what it names; nothing of that is shown by it.
         */
        get: operations["read_hold_api_holds__hold_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds/{hold_id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide Hold
         * @description The second officer's word. A yes copies what is held under keys of the hold's own before it counts.
         */
        post: operations["decide_hold_api_holds__hold_id__decision_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds/{hold_id}/lifting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift Hold
         * @description End a hold now: nothing is shown from here on, and what it kept is deleted at once.
         */
        post: operations["lift_hold_api_holds__hold_id__lifting_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds/{hold_id}/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say Why
         * @description Say why; for a quarter of an hour the held items open for this officer, each look told to its household.
         */
        post: operations["say_why_api_holds__hold_id__looks_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/holds/{hold_id}/items/{item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Held
         * @description A held clip, still (JPEG) or event (JSON); the look is logged in the transaction that allows it.
         */
        get: operations["read_held_api_holds__hold_id__items__item_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Access Log
         * @description Entries from the newest on.
         */
        get: operations["read_access_log_api_access_log_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow
         * @description Events, cameras, households, live views, footage requests, reports and legal holds as they change.
         */
        get: operations["follow_api_stream_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AccessEntry
         * @description One look at one item; going on with it within a minute is the same look. The unit is told, not the officer.
         *
         *     What was given for a case is looked at for that case: its number and the request's reason stand beside the look.
         */
        AccessEntry: {
            /** Seq */
            seq: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            action: components["schemas"]["Action"];
            /** Camera Id */
            camera_id: string;
            /** Item Id */
            item_id: string;
            /** Unit */
            unit: string;
            /**
             * Event Id
             * @default null
             */
            event_id: string | null;
            /**
             * Request Id
             * @default null
             */
            request_id: string | null;
            /**
             * Case Number
             * @default null
             */
            case_number: string | null;
            /**
             * Reason
             * @default null
             */
            reason: string | null;
        };
        /**
         * AccessLog
         * @description `GET /v1/household/access-log?after=N`: the entries that follow number N, oldest first, at most `ACCESS_ENTRIES`.
         */
        AccessLog: {
            /**
             * Entries
             * @default []
             */
            entries: components["schemas"]["AccessEntry"][];
        };
        /**
         * AccessView
         * @description Who looked at what, when; for which case where there is one, by request, live view or hold. A report has none.
         */
        AccessView: {
            /** Seq */
            seq: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** User Name */
            user_name: string;
            /** Action */
            action: string;
            /** Event Id */
            event_id: string | null;
            household: components["schemas"]["Named"];
            camera: components["schemas"]["Named"];
            /** Request Id */
            request_id: string | null;
            /** Hold Id */
            hold_id: string | null;
            /** Case Number */
            case_number: string | null;
            /** Reason */
            reason: string | null;
        };
        /**
         * Action
         * @description What an officer did.
         * @enum {string}
         */
        Action: "view_event" | "view_still" | "play_clip" | "download_clip" | "hold_item" | "view_held" | "watch_live";
        /**
         * AskedCamera
         * @description A camera to be asked for.
         */
        AskedCamera: {
            /** Household Id */
            household_id: string;
            /** Camera Id */
            camera_id: string;
        };
        /**
         * CameraCard
         * @description `PUT /v1/cameras/{camera_id}`: what the hub may know of a camera.
         */
        CameraCard: {
            /** Name */
            name: string;
            position: components["schemas"]["PositionKind"];
            /**
             * Latitude
             * @default null
             */
            latitude: number | null;
            /**
             * Longitude
             * @default null
             */
            longitude: number | null;
        };
        /**
         * CameraHealth
         * @description A shared camera, as the home sees it now.
         */
        CameraHealth: {
            /** Camera Id */
            camera_id: string;
            /** Live */
            live: boolean;
            /**
             * Since
             * Format: date-time
             */
            since: string;
        };
        /**
         * CameraName
         * @description Which camera saw it.
         */
        CameraName: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Position */
            position: string;
        };
        /**
         * CameraOfHousehold
         * @description A camera that a request names.
         */
        CameraOfHousehold: {
            household: components["schemas"]["Named"];
            camera: components["schemas"]["Named"];
        };
        /**
         * CameraView
         * @description A camera; `live` is None while nobody knows. `consents` are the ids of those not withdrawn.
         *
         *     `askable` says that one of these holds now, so that its household can be asked for footage; `live_askable` that
         *     its household can be asked, at this moment, for a live view.
         */
        CameraView: {
            /** Id */
            id: string;
            household: components["schemas"]["Named"];
            /** Name */
            name: string;
            /** Position */
            position: string;
            /** Latitude */
            latitude: number | null;
            /** Longitude */
            longitude: number | null;
            /** Live */
            live: boolean | null;
            /** Since */
            since: string | null;
            /** Last Event At */
            last_event_at: string | null;
            /** Last Still Url */
            last_still_url: string | null;
            /** Consents */
            consents: string[];
            /** Askable */
            askable: boolean;
            /** Live Askable */
            live_askable: boolean;
        };
        /**
         * ClipAnnouncement
         * @description `POST /v1/clips`; its bytes follow with `PUT /v1/clips/{clip_id}/content`.
         */
        ClipAnnouncement: {
            /** Manifest */
            manifest: string;
        };
        /**
         * ClipView
         * @description The clip of an event; `state` is announced until its bytes are here.
         */
        ClipView: {
            /** Id */
            id: string;
            /** Url */
            url: string;
            /** State */
            state: string;
            /** Size Bytes */
            size_bytes: number;
            /** Duration S */
            duration_s: number;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Masked */
            masked: boolean;
            /** Storage Receipt At */
            storage_receipt_at: string | null;
        };
        /**
         * Closing
         * @description Why a request is not open any more.
         * @enum {string}
         */
        Closing: "cancelled" | "expired";
        /**
         * ConsentUpload
         * @description `PUT /v1/consents/{consent_id}`: the record, signed by the home (`Kind.CONSENT`).
         */
        ConsentUpload: {
            /** Record */
            record: string;
        };
        /**
         * ConsentView
         * @description A consent in its newest version; `state` is live, not_yet, expired or withdrawn.
         *
         *     One for a case names the `footage` that it is about, and the request or report that took it.
         */
        ConsentView: {
            /** Id */
            id: string;
            /** Version */
            version: number;
            household: components["schemas"]["Named"];
            camera: components["schemas"]["Named"];
            /** Purpose */
            purpose: string;
            /** Kinds */
            kinds: string[];
            hours: components["schemas"]["Hours"];
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /**
             * Valid Until
             * Format: date-time
             */
            valid_until: string;
            /** Retention Days */
            retention_days: number;
            /** Parents */
            parents: boolean;
            /** Masks Required */
            masks_required: boolean;
            /** Audio */
            audio: boolean;
            footage: components["schemas"]["FootageSpan"] | null;
            /** Given For */
            given_for: string | null;
            /** State */
            state: string;
            /**
             * Given At
             * Format: date-time
             */
            given_at: string;
            /** Withdrawn At */
            withdrawn_at: string | null;
            deletion: components["schemas"]["DeletionView"] | null;
        };
        /**
         * DecisionUpload
         * @description `POST /v1/requests/{request_id}/decision`; 200 for the first and for the same again, 409 for another.
         */
        DecisionUpload: {
            /** Decision */
            decision: string;
        };
        /**
         * Deletion
         * @description `GET /v1/deletions/{deletion_id}` and the answer to a withdrawal.
         */
        Deletion: {
            /** Deletion Id */
            deletion_id: string;
            /** Done */
            done: boolean;
            /**
             * Receipt
             * @default null
             */
            receipt: string | null;
            /**
             * Releases
             * @default null
             */
            releases: string[] | null;
        };
        /**
         * DeletionView
         * @description What was deleted after a withdrawal; `receipt` is the signed proof, once done.
         */
        DeletionView: {
            /** Done */
            done: boolean;
            /** Events */
            events: number;
            /** Stills */
            stills: number;
            /** Clips */
            clips: number;
            /** Size Bytes */
            size_bytes: number;
            /** Receipt */
            receipt: string | null;
        };
        /**
         * Event
         * @description A CloudEvents 1.0 event. Sent again with the same id it is an update: `ended_at`, `still_id`, `clip_id` come later.
         */
        Event: {
            /** Id */
            id: string;
            /** Source */
            source: string;
            type: components["schemas"]["EventType"];
            /**
             * Time
             * Format: date-time
             */
            time: string;
            data: components["schemas"]["EventData"];
            /**
             * Specversion
             * @default 1.0
             */
            specversion: string;
        };
        /**
         * EventBatch
         * @description `POST /v1/events`.
         */
        EventBatch: {
            /** Events */
            events: components["schemas"]["Event"][];
        };
        /**
         * EventData
         * @description What happened; boxes are x, y, width, height in 0..1.
         */
        EventData: {
            /** Consent Id */
            consent_id: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Ended At
             * @default null
             */
            ended_at: string | null;
            /**
             * Score
             * @default 0
             */
            score: number;
            /**
             * Zones
             * @default []
             */
            zones: string[];
            /**
             * Boxes
             * @default []
             */
            boxes: [
                number,
                number,
                number,
                number
            ][];
            /**
             * Night
             * @default false
             */
            night: boolean;
            /**
             * Still Id
             * @default null
             */
            still_id: string | null;
            /**
             * Clip Id
             * @default null
             */
            clip_id: string | null;
        };
        /**
         * EventPage
         * @description A page of the feed, newest first.
         */
        EventPage: {
            /** Events */
            events: components["schemas"]["EventView"][];
            /** More */
            more: boolean;
        };
        /**
         * EventResult
         * @description One event's fate, with the problem where it was rejected.
         */
        EventResult: {
            /** Id */
            id: string;
            status: components["schemas"]["EventStatus"];
            /** @default null */
            problem: components["schemas"]["Problem"] | null;
        };
        /**
         * EventResults
         * @description 202 for a batch, in the batch's order.
         */
        EventResults: {
            /** Results */
            results: components["schemas"]["EventResult"][];
        };
        /**
         * EventStatus
         * @description What became of an event.
         * @enum {string}
         */
        EventStatus: "accepted" | "updated" | "duplicate" | "rejected";
        /**
         * EventType
         * @description CloudEvents `type`.
         * @enum {string}
         */
        EventType: "vn.matthan.motion.v1" | "vn.matthan.tamper.v1" | "vn.matthan.camera.offline.v1" | "vn.matthan.camera.online.v1";
        /**
         * EventView
         * @description An event with its still and clip; boxes are x, y, width, height in 0..1.
         */
        EventView: {
            /** Id */
            id: string;
            /** Seq */
            seq: number;
            /** Type */
            type: string;
            household: components["schemas"]["Named"];
            camera: components["schemas"]["CameraName"];
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Ended At */
            ended_at: string | null;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Score */
            score: number;
            /** Night */
            night: boolean;
            /** Zones */
            zones: string[];
            /** Boxes */
            boxes: number[][];
            /** Still Url */
            still_url: string | null;
            clip: components["schemas"]["ClipView"] | null;
            /** Consent Id */
            consent_id: string;
        };
        /**
         * FootageRequest
         * @description What an officer asks of one household, approved by a second officer of the unit before any home hears of it.
         */
        FootageRequest: {
            /** Request Id */
            request_id: string;
            /** Case Number */
            case_number: string;
            offence: components["schemas"]["Offence"];
            /** Reason */
            reason: string;
            /** Unit */
            unit: string;
            /** Contact */
            contact: string;
            /** Camera Ids */
            camera_ids: string[];
            span: components["schemas"]["FootageSpan"];
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /**
             * Deadline
             * Format: date-time
             */
            deadline: string;
            /** Retention Days */
            retention_days: number;
        };
        /**
         * FootageSpan
         * @description Footage from then till then, at most `FOOTAGE_SPAN` of it; both ends belong to it.
         */
        FootageSpan: {
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * GivenClip
         * @description A clip; `state` is announced until its bytes are here. `url` plays it, with `?download=1` it is a file.
         */
        GivenClip: {
            /** Id */
            id: string;
            household: components["schemas"]["Named"];
            camera: components["schemas"]["Named"];
            /** Url */
            url: string;
            /** State */
            state: string;
            /** Size Bytes */
            size_bytes: number;
            /** Duration S */
            duration_s: number;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Masked */
            masked: boolean;
        };
        /**
         * Health
         * @description `status` is "ok" or "failing"; the rest only for those who are logged in.
         */
        Health: {
            /** Status */
            status: string;
            /**
             * Version
             * @default null
             */
            version: string | null;
            /**
             * Database
             * @default null
             */
            database: string | null;
            /**
             * Storage Free Bytes
             * @default null
             */
            storage_free_bytes: number | null;
        };
        /**
         * Heartbeat
         * @description `POST /v1/heartbeat`, once a minute: who is alive, what waits. Only cameras with a live consent are named.
         */
        Heartbeat: {
            /**
             * Cameras
             * @default []
             */
            cameras: components["schemas"]["CameraHealth"][];
            /**
             * Queue Length
             * @default 0
             */
            queue_length: number;
            /**
             * Oldest Waiting At
             * @default null
             */
            oldest_waiting_at: string | null;
            /**
             * Dropped
             * @default 0
             */
            dropped: number;
        };
        /**
         * HeartbeatAnswer
         * @description The hub's clock and its newest inbox item.
         */
        HeartbeatAnswer: {
            /**
             * Server Time
             * Format: date-time
             */
            server_time: string;
            /**
             * Inbox Seq
             * @default 0
             */
            inbox_seq: number;
        };
        /**
         * HeldItemView
         * @description What a hold names. `withdrawn`: its household took its consent back, so it is here for this case alone.
         */
        HeldItemView: {
            /** Id */
            id: string;
            kind: components["schemas"]["HeldKind"];
            household: components["schemas"]["Named"];
            camera: components["schemas"]["Named"];
            /** Event Id */
            event_id: string | null;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Ended At
             * Format: date-time
             */
            ended_at: string;
            /** Size Bytes */
            size_bytes: number;
            /** Url */
            url: string | null;
            /** Withdrawn */
            withdrawn: boolean;
        };
        /**
         * HeldKind
         * @description What a held item is.
         * @enum {string}
         */
        HeldKind: "event" | "still" | "clip";
        /**
         * HoldDecision
         * @description The second officer's word; a refusal says why.
         */
        HoldDecision: {
            /** Approved */
            approved: boolean;
            /** Note */
            note: string;
        };
        /**
         * HoldDetail
         * @description A hold with what it names; `open_until` is there while this officer may look, who said why.
         */
        HoldDetail: {
            /** Id */
            id: string;
            /** Seq */
            seq: number;
            /** Case Number */
            case_number: string;
            /** Basis */
            basis: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            state: components["schemas"]["HoldState"];
            /** Asked By */
            asked_by: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Decided By */
            decided_by: string | null;
            /** Decided At */
            decided_at: string | null;
            /** Decision Note */
            decision_note: string | null;
            /** Ended By */
            ended_by: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Deleted */
            deleted: boolean;
            /** Items */
            items: number;
            /** May Decide */
            may_decide: boolean;
            /** May Lift */
            may_lift: boolean;
            /** Named */
            named: components["schemas"]["HeldItemView"][];
            /** Open Until */
            open_until: string | null;
        };
        /**
         * HoldPage
         * @description A page of the holds, newest first.
         */
        HoldPage: {
            /** Holds */
            holds: components["schemas"]["HoldView"][];
            /** More */
            more: boolean;
        };
        /**
         * HoldState
         * @description Where a hold stands.
         * @enum {string}
         */
        HoldState: "waiting" | "refused" | "held" | "lifted" | "ended";
        /**
         * HoldView
         * @description A hold, for one officer; `items` counts events and clips.
         */
        HoldView: {
            /** Id */
            id: string;
            /** Seq */
            seq: number;
            /** Case Number */
            case_number: string;
            /** Basis */
            basis: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            state: components["schemas"]["HoldState"];
            /** Asked By */
            asked_by: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Decided By */
            decided_by: string | null;
            /** Decided At */
            decided_at: string | null;
            /** Decision Note */
            decision_note: string | null;
            /** Ended By */
            ended_by: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Deleted */
            deleted: boolean;
            /** Items */
            items: number;
            /** May Decide */
            may_decide: boolean;
            /** May Lift */
            may_lift: boolean;
        };
        /**
         * Hours
         * @description When a consent holds, on the home's own clock: days of the week, from and to in minutes after midnight.
         *
         *     `to_minute` at or before `from_minute` reaches into the next day; 0 to 1440 is the whole day. A span over
         *     midnight belongs to the day on which it begins.
         */
        Hours: {
            /**
             * Days
             * @default [
             *       "mon",
             *       "tue",
             *       "wed",
             *       "thu",
             *       "fri",
             *       "sat",
             *       "sun"
             *     ]
             */
            days: string[];
            /**
             * From Minute
             * @default 0
             */
            from_minute: number;
            /**
             * To Minute
             * @default 1440
             */
            to_minute: number;
            /**
             * Time Zone
             * @default Asia/Ho_Chi_Minh
             */
            time_zone: string;
        };
        /**
         * HouseholdView
         * @description A household; `comparison_code` only while it waits.
         */
        HouseholdView: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            state: components["schemas"]["PairingState"];
            /** Comparison Code */
            comparison_code: string | null;
            /** Software */
            software: string;
            /**
             * Paired At
             * Format: date-time
             */
            paired_at: string;
            /** Last Heartbeat At */
            last_heartbeat_at: string | null;
            /** Queue Length */
            queue_length: number;
            /** Cameras */
            cameras: number;
        };
        /**
         * HubChange
         * @description What an administrator may change.
         */
        HubChange: {
            /** Name */
            name: string;
            /** Commune */
            commune: string;
            /**
             * Statements
             * @default null
             */
            statements: components["schemas"]["Statement"][] | null;
        };
        /**
         * HubDescription
         * @description `GET /.well-known/mt-hub`.
         */
        HubDescription: {
            /** Versions */
            versions: string[];
            /** Software */
            software: string;
            /** Name */
            name: string;
            /** Commune */
            commune: string;
            key: components["schemas"]["PublicKey"];
            /**
             * Server Time
             * Format: date-time
             */
            server_time: string;
            /** Notice Version */
            notice_version: string;
            /** Statements */
            statements: components["schemas"]["Statement"][];
            /** Retention Days */
            retention_days: number;
            /**
             * Clip Bytes
             * @default 67108864
             */
            clip_bytes: number;
        };
        /**
         * HubName
         * @description What the log-in page shows.
         */
        HubName: {
            /** Name */
            name: string;
            /** Commune */
            commune: string;
        };
        /**
         * HubView
         * @description The hub's settings.
         */
        HubView: {
            /** Name */
            name: string;
            /** Commune */
            commune: string;
            /** Public Url */
            public_url: string;
            /** Thumbprint */
            thumbprint: string;
            /** Retention Days */
            retention_days: number;
            /** Notice Version */
            notice_version: string;
            /** Statements */
            statements: components["schemas"]["Statement"][];
        };
        /**
         * Inbox
         * @description `GET /v1/inbox?after=N&wait=S&live=1`: what follows number N, oldest first; empty when nothing came in S seconds.
         *
         *     Without `live=1` nothing of live views is in it: a home of an earlier version would not know what it is.
         */
        Inbox: {
            /**
             * Items
             * @default []
             */
            items: components["schemas"]["InboxItem"][];
        };
        /**
         * InboxItem
         * @description One piece of news for a household; exactly one of its kinds is there.
         */
        InboxItem: {
            /** Seq */
            seq: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** @default null */
            request: components["schemas"]["FootageRequest"] | null;
            /** @default null */
            closed: components["schemas"]["RequestClosed"] | null;
            /** @default null */
            live: components["schemas"]["LiveRequest"] | null;
            /** @default null */
            live_closed: components["schemas"]["LiveClosed"] | null;
        };
        /**
         * InvitationRequest
         * @description A new invitation; the note is for the officers only.
         */
        InvitationRequest: {
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * InvitationView
         * @description An invitation; `state` is open, used, expired or revoked.
         */
        InvitationView: {
            /** Id */
            id: string;
            /** Note */
            note: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** State */
            state: string;
            household: components["schemas"]["Named"] | null;
        };
        /**
         * LiveAnswerUpload
         * @description `POST /v1/live/{live_id}/answer`; 200 for the first and for the same again, 409 for another, 410 too late.
         */
        LiveAnswerUpload: {
            /** Answer */
            answer: string;
        };
        /**
         * LiveClosed
         * @description In the inbox: a view that the household need not answer, or push, any more.
         */
        LiveClosed: {
            /** Live Id */
            live_id: string;
            cause: components["schemas"]["LiveEnding"];
            /**
             * Closed At
             * Format: date-time
             */
            closed_at: string;
        };
        /**
         * LiveEnd
         * @description `POST /v1/live/{live_id}/end`: the home pushes no more. Repeats are welcome.
         */
        LiveEnd: {
            cause: components["schemas"]["LiveEnding"];
        };
        /**
         * LiveEnding
         * @description Why a view is over, or never began.
         * @enum {string}
         */
        LiveEnding: "officer" | "silence" | "time" | "cut" | "unwatched" | "camera" | "consent";
        /**
         * LivePage
         * @description The views that wait or run.
         */
        LivePage: {
            /** Views */
            views: components["schemas"]["LiveView"][];
        };
        /**
         * LiveRequest
         * @description An officer asks to look through one camera now; answered until `answer_by`, or not at all.
         */
        LiveRequest: {
            /** Live Id */
            live_id: string;
            /** Camera Id */
            camera_id: string;
            /** Unit */
            unit: string;
            /** Reason */
            reason: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /**
             * Answer By
             * Format: date-time
             */
            answer_by: string;
            /** Longest S */
            longest_s: number;
            /**
             * Case Number
             * @default null
             */
            case_number: string | null;
        };
        /**
         * LiveStanding
         * @description The answer to each piece of a view: until when it may last, and how many look now.
         */
        LiveStanding: {
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Watching */
            watching: number;
        };
        /**
         * LiveState
         * @description Where a view stands, as officers see it: a no waits like silence until the time to answer is over.
         * @enum {string}
         */
        LiveState: "waiting" | "running" | "unanswered" | "over";
        /**
         * LiveView
         * @description A view, for one officer. `until` is told once the household has said yes, `ending` of one that ran.
         */
        LiveView: {
            /** Id */
            id: string;
            /** Seq */
            seq: number;
            household: components["schemas"]["Named"];
            camera: components["schemas"]["Named"];
            /** Unit */
            unit: string;
            /** Reason */
            reason: string;
            /** Case Number */
            case_number: string | null;
            /** Asked By */
            asked_by: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /**
             * Answer By
             * Format: date-time
             */
            answer_by: string;
            /** Longest S */
            longest_s: number;
            state: components["schemas"]["LiveState"];
            /** Until */
            until: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Ending */
            ending: string | null;
            /** Unasked */
            unasked: boolean;
            /** Watching */
            watching: number;
            /** May End */
            may_end: boolean;
        };
        /**
         * LoginRequest
         * @description Name and password.
         */
        LoginRequest: {
            /** User Name */
            user_name: string;
            /** Password */
            password: string;
        };
        /**
         * LookGranted
         * @description Until when the officer may open what is held.
         */
        LookGranted: {
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * LookReason
         * @description Why an officer opens what is held.
         */
        LookReason: {
            /** Reason */
            reason: string;
        };
        /**
         * Me
         * @description Who is logged in.
         */
        Me: {
            /** User Name */
            user_name: string;
            role: components["schemas"]["Role"];
            /** Language */
            language: string;
        };
        /**
         * MemberView
         * @description An account.
         */
        MemberView: {
            /** Id */
            id: string;
            /** User Name */
            user_name: string;
            role: components["schemas"]["Role"];
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
        };
        /**
         * Moderation
         * @description The second officer's word; the note is for the officers only, and may be empty.
         */
        Moderation: {
            /** Approved */
            approved: boolean;
            /** Note */
            note: string;
        };
        /**
         * Named
         * @description An id with its name.
         */
        Named: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * NewHold
         * @description What an officer asks to hold: events with their stills and clips, clips alone; why, until when.
         */
        NewHold: {
            /** Case Number */
            case_number: string;
            /** Basis */
            basis: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /**
             * Event Ids
             * @default []
             */
            event_ids: string[];
            /**
             * Clip Ids
             * @default []
             */
            clip_ids: string[];
        };
        /**
         * NewInvitation
         * @description The link with its code, shown this once.
         */
        NewInvitation: {
            /** Id */
            id: string;
            /** Link */
            link: string;
            /** Qr Svg */
            qr_svg: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        /**
         * NewLive
         * @description What an officer asks for; `case_number` may be left out.
         */
        NewLive: {
            /** Household Id */
            household_id: string;
            /** Camera Id */
            camera_id: string;
            /** Reason */
            reason: string;
            /** Longest S */
            longest_s: number;
            /**
             * Case Number
             * @default null
             */
            case_number: string | null;
        };
        /**
         * NewMember
         * @description An account to be made.
         */
        NewMember: {
            /** User Name */
            user_name: string;
            /** Password */
            password: string;
            role: components["schemas"]["Role"];
        };
        /**
         * NewRequest
         * @description What an officer asks.
         */
        NewRequest: {
            /** Case Number */
            case_number: string;
            offence: components["schemas"]["Offence"];
            /** Reason */
            reason: string;
            /** Contact */
            contact: string;
            /** Cameras */
            cameras: components["schemas"]["AskedCamera"][];
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /**
             * Deadline
             * Format: date-time
             */
            deadline: string;
            /** Retention Days */
            retention_days: number;
        };
        /**
         * Offence
         * @description What a case or a report is about.
         * @enum {string}
         */
        Offence: "theft" | "robbery" | "assault" | "vandalism" | "littering" | "traffic" | "fire" | "missing_person" | "public_order" | "other";
        /**
         * PairingAnswer
         * @description Answer to `POST /v1/pairings` and `GET /v1/pairings/{household_id}`.
         */
        PairingAnswer: {
            /** Household Id */
            household_id: string;
            state: components["schemas"]["PairingState"];
        };
        /**
         * PairingRequest
         * @description `POST /v1/pairings`, signed with the key it brings.
         */
        PairingRequest: {
            /** Code */
            code: string;
            key: components["schemas"]["PublicKey"];
            /** Name */
            name: string;
            /** Software */
            software: string;
        };
        /**
         * PairingState
         * @description Where a pairing stands; only a confirmed household may send anything.
         * @enum {string}
         */
        PairingState: "waiting" | "confirmed" | "refused";
        /**
         * PositionKind
         * @description What a camera looks at.
         * @enum {string}
         */
        PositionKind: "gate" | "yard" | "street" | "shop" | "entrance" | "indoor" | "public_place" | "other";
        /**
         * Problem
         * @description RFC 9457 types, `urn:mt:problem:…`; the words for people are in the translations of either side.
         * @enum {string}
         */
        Problem: "signature-invalid" | "clock-skew" | "unknown-key" | "not-confirmed" | "consent-missing" | "consent-withdrawn" | "not-yours" | "conflict" | "gone" | "too-large" | "codec" | "validation" | "digest-mismatch" | "quota" | "overloaded";
        /**
         * ProblemDocument
         * @description RFC 9457; never echoes what was sent.
         */
        ProblemDocument: {
            /** Type */
            type: string;
            /** Title */
            title: string;
            /** Status */
            status: number;
            /**
             * Detail
             * @default null
             */
            detail: string | null;
            /**
             * Instance
             * @default null
             */
            instance: string | null;
            /**
             * Server Time
             * @default null
             */
            server_time: string | null;
            /**
             * Retry After S
             * @default null
             */
            retry_after_s: number | null;
            /**
             * Errors
             * @default []
             */
            errors: {
                [key: string]: string;
            }[];
        };
        /**
         * PublicKey
         * @description An Ed25519 public key as a JWK (RFC 8037).
         */
        PublicKey: {
            /** Kty */
            kty: string;
            /** Crv */
            crv: string;
            /** X */
            x: string;
        };
        /**
         * ReceiptAnswer
         * @description An answer that carries a signed receipt.
         */
        ReceiptAnswer: {
            /** Receipt */
            receipt: string;
        };
        /**
         * ReportDetail
         * @description A report with its clips.
         */
        ReportDetail: {
            /** Id */
            id: string;
            /** Seq */
            seq: number;
            household: components["schemas"]["Named"];
            /** Offence */
            offence: string;
            /** Note */
            note: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Clips */
            clips: number;
            /** Given */
            given: components["schemas"]["GivenClip"][];
        };
        /**
         * ReportPage
         * @description A page of the reports, newest first.
         */
        ReportPage: {
            /** Reports */
            reports: components["schemas"]["ReportView"][];
            /** More */
            more: boolean;
        };
        /**
         * ReportUpload
         * @description `POST /v1/reports`; 201 for a new report, 200 for the same again, 409 for another under its id.
         */
        ReportUpload: {
            /** Report */
            report: string;
        };
        /**
         * ReportView
         * @description A report; `clips` of it are here or announced, fewer once the owner withdrew or their time was over.
         */
        ReportView: {
            /** Id */
            id: string;
            /** Seq */
            seq: number;
            household: components["schemas"]["Named"];
            /** Offence */
            offence: string;
            /** Note */
            note: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Clips */
            clips: number;
        };
        /**
         * RequestClosed
         * @description A request that the household needs not answer any more.
         */
        RequestClosed: {
            /** Request Id */
            request_id: string;
            cause: components["schemas"]["Closing"];
            /**
             * Closed At
             * Format: date-time
             */
            closed_at: string;
        };
        /**
         * RequestDetail
         * @description A request with the cameras it names and the clips that were given.
         */
        RequestDetail: {
            /** Id */
            id: string;
            /** Seq */
            seq: number;
            /** Case Number */
            case_number: string;
            /** Offence */
            offence: string;
            /** Reason */
            reason: string;
            /** Contact */
            contact: string;
            /** Unit */
            unit: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /**
             * Deadline
             * Format: date-time
             */
            deadline: string;
            /** Retention Days */
            retention_days: number;
            state: components["schemas"]["RequestState"];
            /** Asked By */
            asked_by: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Moderated By */
            moderated_by: string | null;
            /** Moderated At */
            moderated_at: string | null;
            /** Moderation Note */
            moderation_note: string | null;
            /** Households */
            households: number;
            /** Gave */
            gave: number;
            /** Clips */
            clips: number;
            /** May Moderate */
            may_moderate: boolean;
            /** May Cancel */
            may_cancel: boolean;
            /** Cameras */
            cameras: components["schemas"]["CameraOfHousehold"][];
            /** Given */
            given: components["schemas"]["GivenClip"][];
        };
        /**
         * RequestPage
         * @description A page of the requests, newest first.
         */
        RequestPage: {
            /** Requests */
            requests: components["schemas"]["RequestView"][];
            /** More */
            more: boolean;
        };
        /**
         * RequestState
         * @description Where a request stands. What was given for it stays, whatever becomes of it.
         * @enum {string}
         */
        RequestState: "waiting" | "refused" | "open" | "cancelled" | "expired";
        /**
         * RequestView
         * @description A request, for one officer; `households` were asked or would be, `gave` of them gave something that stands.
         */
        RequestView: {
            /** Id */
            id: string;
            /** Seq */
            seq: number;
            /** Case Number */
            case_number: string;
            /** Offence */
            offence: string;
            /** Reason */
            reason: string;
            /** Contact */
            contact: string;
            /** Unit */
            unit: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /**
             * Deadline
             * Format: date-time
             */
            deadline: string;
            /** Retention Days */
            retention_days: number;
            state: components["schemas"]["RequestState"];
            /** Asked By */
            asked_by: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Moderated By */
            moderated_by: string | null;
            /** Moderated At */
            moderated_at: string | null;
            /** Moderation Note */
            moderation_note: string | null;
            /** Households */
            households: number;
            /** Gave */
            gave: number;
            /** Clips */
            clips: number;
            /** May Moderate */
            may_moderate: boolean;
            /** May Cancel */
            may_cancel: boolean;
        };
        /**
         * Role
         * @description Viewers watch, officers also deal with households, administrators do everything.
         * @enum {string}
         */
        Role: "viewer" | "officer" | "admin";
        /**
         * SetupRequest
         * @description The first administrator, with the code that the server printed.
         */
        SetupRequest: {
            /** Code */
            code: string;
            /** Hub Name */
            hub_name: string;
            /** Commune */
            commune: string;
            /** User Name */
            user_name: string;
            /** Password */
            password: string;
        };
        /**
         * SetupState
         * @description Whether the first administrator is missing.
         */
        SetupState: {
            /** Needed */
            needed: boolean;
            hub: components["schemas"]["HubName"];
        };
        /**
         * Statement
         * @description What a hub says of itself before anything is sent to it, in one language.
         */
        Statement: {
            /** Language */
            language: string;
            /** Controller */
            controller: string;
            /** Purposes */
            purposes: string;
            /** Retention */
            retention: string;
            /** Contact */
            contact: string;
            /** Withdrawal */
            withdrawal: string;
        };
        /**
         * WaitingHolds
         * @description How many holds wait for this officer's word.
         */
        WaitingHolds: {
            /** Count */
            count: number;
        };
        /**
         * WaitingRequests
         * @description How many requests wait for this officer's word.
         */
        WaitingRequests: {
            /** Count */
            count: number;
        };
        /**
         * WithdrawalUpload
         * @description The body of a withdrawal.
         */
        WithdrawalUpload: {
            /** Withdrawal */
            withdrawal: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    describe_hub__well_known_mt_hub_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HubDescription */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HubDescription"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    pair_v1_pairings_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PairingRequest"];
            };
        };
        responses: {
            /** @description PairingAnswer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairingAnswer"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `quota`: Too many tries; wait before the next. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    pairing_state_v1_pairings__household_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                household_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PairingAnswer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PairingAnswer"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    heartbeat_v1_heartbeat_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Heartbeat"];
            };
        };
        responses: {
            /** @description HeartbeatAnswer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeartbeatAnswer"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    put_camera_v1_cameras__camera_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                camera_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CameraCard"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `quota`: Too many tries; wait before the next. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    put_consent_v1_consents__consent_id__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                consent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsentUpload"];
            };
        };
        responses: {
            /** @description ReceiptAnswer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptAnswer"];
                };
            };
            /** @description ReceiptAnswer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptAnswer"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. `consent-missing`: No live consent covers this. `consent-withdrawn`: The consent was withdrawn. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    withdraw_v1_consents__consent_id__withdrawal_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                consent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawalUpload"];
            };
        };
        responses: {
            /** @description Deletion */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deletion"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    read_deletion_v1_deletions__deletion_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deletion_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deletion */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deletion"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    send_events_v1_events_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EventBatch"];
            };
        };
        responses: {
            /** @description EventResults */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventResults"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    put_still_v1_stills__still_id__put: {
        parameters: {
            query: {
                event: string;
            };
            header?: never;
            path: {
                still_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": unknown;
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. `consent-missing`: No live consent covers this. `consent-withdrawn`: The consent was withdrawn. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `gone`: It was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. `codec`: The hub takes H.264 in MP4, and JPEG. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    announce_clip_v1_clips_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClipAnnouncement"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. `consent-missing`: No live consent covers this. `consent-withdrawn`: The consent was withdrawn. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `gone`: It was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. `codec`: The hub takes H.264 in MP4, and JPEG. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    put_clip_v1_clips__clip_id__content_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clip_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "video/mp4": unknown;
            };
        };
        responses: {
            /** @description ReceiptAnswer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptAnswer"];
                };
            };
            /** @description ReceiptAnswer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptAnswer"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. `consent-missing`: No live consent covers this. `consent-withdrawn`: The consent was withdrawn. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `gone`: It was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. `codec`: The hub takes H.264 in MP4, and JPEG. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    clip_offset_v1_clips__clip_id__content_head: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clip_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. `consent-missing`: No live consent covers this. `consent-withdrawn`: The consent was withdrawn. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `gone`: It was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. `codec`: The hub takes H.264 in MP4, and JPEG. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    append_part_v1_clips__clip_id__content_patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clip_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/partial-upload": unknown;
            };
        };
        responses: {
            /** @description ReceiptAnswer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptAnswer"];
                };
            };
            /** @description ReceiptAnswer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptAnswer"];
                };
            };
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. `consent-missing`: No live consent covers this. `consent-withdrawn`: The consent was withdrawn. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. `mismatching-upload-offset`: The part does not follow what is there; Upload-Offset says how much that is. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `gone`: It was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. `codec`: The hub takes H.264 in MP4, and JPEG. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    read_inbox_v1_inbox_get: {
        parameters: {
            query?: {
                after?: number;
                wait?: number;
                live?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Inbox */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inbox"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `quota`: Too many tries; wait before the next. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    decide_v1_requests__request_id__decision_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionUpload"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `gone`: It was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    answer_live_v1_live__live_id__answer_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                live_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiveAnswerUpload"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. `consent-missing`: No live consent covers this. `consent-withdrawn`: The consent was withdrawn. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `gone`: It was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    put_init_v1_live__live_id__init_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                live_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "video/mp4": unknown;
            };
        };
        responses: {
            /** @description LiveStanding */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveStanding"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. `consent-missing`: No live consent covers this. `consent-withdrawn`: The consent was withdrawn. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `gone`: It was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. `codec`: The hub takes H.264 in MP4, and JPEG. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    put_fragment_v1_live__live_id__fragments__number__put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                live_id: string;
                number: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "video/mp4": unknown;
            };
        };
        responses: {
            /** @description LiveStanding */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveStanding"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. `consent-missing`: No live consent covers this. `consent-withdrawn`: The consent was withdrawn. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `gone`: It was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. `codec`: The hub takes H.264 in MP4, and JPEG. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    end_live_v1_live__live_id__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                live_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LiveEnd"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    send_report_v1_reports_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportUpload"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `quota`: Too many tries; wait before the next. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    read_own_log_v1_household_access_log_get: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AccessLog */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessLog"];
                };
            };
            /** @description `signature-invalid`: The request's signature is missing or does not fit. `clock-skew`: The request was signed too long ago or in the future. `unknown-key`: No household has this key. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-confirmed`: An officer has not confirmed this household. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    setup_state_api_setup_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description SetupState */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupState"];
                };
            };
        };
    };
    set_up_api_setup_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupRequest"];
            };
        };
        responses: {
            /** @description Me */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `setup-code`: The set-up code is wrong, or the hub is set up already. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `quota`: Too many tries; wait before the next. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    read_hub_api_hub_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HubView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HubView"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    change_hub_api_hub_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HubChange"];
            };
        };
        responses: {
            /** @description HubView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HubView"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    health_api_health_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Health */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Health */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    log_in_api_login_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginRequest"];
            };
        };
        responses: {
            /** @description Me */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `login-failed`: User name or password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `quota`: Too many tries; wait before the next. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    log_out_api_logout_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    me_api_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Me */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_members_api_members_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"][];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    add_member_api_members_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMember"];
            };
        };
        responses: {
            /** @description MemberView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    remove_member_api_members__member_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    read_feed_api_events_get: {
        parameters: {
            query?: {
                limit?: number;
                before?: number | null;
                household?: string | null;
                camera?: string | null;
                q?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description EventPage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    read_event_api_events__event_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description EventView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventView"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `gone`: It was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    read_still_api_stills__still_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                still_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "image/jpeg": unknown;
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `gone`: It was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    read_clip_api_clips__clip_id__get: {
        parameters: {
            query?: {
                download?: boolean;
            };
            header?: never;
            path: {
                clip_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "video/mp4": unknown;
                };
            };
            /** @description The bytes. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": unknown;
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `gone`: It was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `range`: The range lies outside the file. */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_households_api_households_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdView"][];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    confirm_api_households__household_id__confirm_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                household_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HouseholdView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdView"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    refuse_api_households__household_id__refuse_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                household_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HouseholdView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdView"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_invitations_api_invitations_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"][];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    invite_api_invitations_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationRequest"];
            };
        };
        responses: {
            /** @description NewInvitation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewInvitation"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    revoke_api_invitations__invitation_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_cameras_api_cameras_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CameraView"][];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_consents_api_consents_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentView"][];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_requests_api_requests_get: {
        parameters: {
            query?: {
                state?: components["schemas"]["RequestState"] | null;
                limit?: number;
                before?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RequestPage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestPage"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    ask_for_footage_api_requests_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRequest"];
            };
        };
        responses: {
            /** @description RequestView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestView"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `quota`: Too many tries; wait before the next. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    count_waiting_api_requests_waiting_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description WaitingRequests */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingRequests"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    read_request_api_requests__request_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RequestDetail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDetail"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    moderate_api_requests__request_id__moderation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Moderation"];
            };
        };
        responses: {
            /** @description RequestView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestView"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    cancel_api_requests__request_id__cancellation_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description RequestView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestView"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_open_api_live_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description LivePage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LivePage"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    ask_to_look_api_live_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLive"];
            };
        };
        responses: {
            /** @description LiveView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveView"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `quota`: Too many tries; wait before the next. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    read_live_api_live__live_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                live_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description LiveView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveView"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    end_live_api_live__live_id__end_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                live_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description LiveView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveView"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    watch_api_live__live_id__film_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                live_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "video/mp4": unknown;
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. `consent-missing`: No live consent covers this. `consent-withdrawn`: The consent was withdrawn. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `gone`: It was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_reports_api_reports_get: {
        parameters: {
            query?: {
                limit?: number;
                before?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReportPage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportPage"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    read_report_api_reports__report_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ReportDetail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportDetail"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    list_holds_api_holds_get: {
        parameters: {
            query?: {
                limit?: number;
                before?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HoldPage */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldPage"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    ask_to_hold_api_holds_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHold"];
            };
        };
        responses: {
            /** @description HoldView */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldView"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    count_waiting_holds_api_holds_waiting_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description WaitingHolds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingHolds"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    read_hold_api_holds__hold_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hold_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HoldDetail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldDetail"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    decide_hold_api_holds__hold_id__decision_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hold_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldDecision"];
            };
        };
        responses: {
            /** @description HoldView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldView"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    lift_hold_api_holds__hold_id__lifting_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hold_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HoldView */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldView"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `conflict`: Something else is already stored under this id. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    say_why_api_holds__hold_id__looks_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hold_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookReason"];
            };
        };
        responses: {
            /** @description LookGranted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookGranted"];
                };
            };
            /** @description `digest-mismatch`: The body is not the one that was signed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `gone`: It was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `too-large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `media-type`: The body must be application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    read_held_api_holds__hold_id__items__item_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                hold_id: string;
                item_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "video/mp4": unknown;
                };
            };
            /** @description The bytes. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "video/mp4": unknown;
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `not-yours`: There is no such thing here for you. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `gone`: It was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `range`: The range lies outside the file. */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `overloaded`: The hub cannot take this now; try again later. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    read_access_log_api_access_log_get: {
        parameters: {
            query?: {
                limit?: number;
                before?: number | null;
                event_id?: string | null;
                household?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessView"][];
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
    follow_api_stream_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "text/event-stream": unknown;
                };
            };
            /** @description `login-required`: Log in first. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `forbidden`: Your role does not allow this. `cross-site`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
            /** @description `validation`: The request is not well formed. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDocument"];
                };
            };
        };
    };
}

// Every page, by its tag.
import "./access/access_page.js";
import "./cameras/cameras_page.js";
import "./consents/consents_page.js";
import "./entry/join_page.js";
import "./entry/login_page.js";
import "./entry/setup_page.js";
import "./event/event_page.js";
import "./feed/feed_page.js";
import "./households/households_page.js";
import "./invitations/invite_page.js";
import "./reports/report_page.js";
import "./reports/reports_page.js";
import "./requests/new_request_page.js";
import "./requests/request_page.js";
import "./requests/requests_page.js";
import "./settings/settings_page.js";

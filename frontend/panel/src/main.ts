// What Home Assistant loads: the panel's element. Each page is read when it is first opened.
import "./panel.js";

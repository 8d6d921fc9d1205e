// The objects of the hub's console calls, by the names this console uses; their fields come from the hub's OpenAPI
// document (schema.d.ts). Times are RFC 3339 in UTC. Where the document says "string" for one of a few words, they
// stand here.
import type { components } from "./schema.js";

type Schemas = components["schemas"];
type Narrow<T, N> = Omit<T, keyof N> & N;

export type Role = Schemas["Role"];
export type Me = Schemas["Me"];
export type Setup = Schemas["SetupState"];
export type SetupForm = Schemas["SetupRequest"];
export type Statement = Schemas["Statement"];
export type Hub = Schemas["HubView"];
export type HubChange = Schemas["HubChange"];
export type Member = Schemas["MemberView"];
export type NewMember = Schemas["NewMember"];
export type Clip = Narrow<Schemas["ClipView"], { state: "announced" | "stored" }>;
/** Parts of the picture: x, y, width, height, each 0 to 1. */
export type Box = [number, number, number, number];
export type HubEvent = Narrow<Schemas["EventView"], { clip: Clip | null; boxes: Box[] }>;
export type EventPage = Narrow<Schemas["EventPage"], { events: HubEvent[] }>;
export type Household = Schemas["HouseholdView"];
export type Camera = Schemas["CameraView"];
export type Hours = Schemas["Hours"];
export type Deleted = Schemas["DeletionView"];
export type Consent = Narrow<Schemas["ConsentView"], { state: "live" | "not_yet" | "expired" | "withdrawn" }>;
export type Invitation = Narrow<Schemas["InvitationView"], { state: "open" | "used" | "expired" | "revoked" }>;
export type NewInvitation = Schemas["NewInvitation"];
/** What is given for a case is looked at for that case; a look at a report's footage has no case number. */
export type AccessEntry = Schemas["AccessView"];

export type RequestState = Schemas["RequestState"];
/** How many were or would be asked, how many gave something; who did not is not told. */
export type FootageRequest = Schemas["RequestView"];
export type NewRequest = Schemas["NewRequest"];
export type GivenClip = Narrow<Schemas["GivenClip"], { state: "announced" | "stored" }>;
export type RequestDetail = Narrow<Schemas["RequestDetail"], { given: GivenClip[] }>;
export type RequestPage = Schemas["RequestPage"];
export type HoldState = Schemas["HoldState"];
export type Hold = Schemas["HoldView"];
export type HeldItem = Schemas["HeldItemView"];
export type HoldDetail = Schemas["HoldDetail"];
export type HoldPage = Schemas["HoldPage"];
export type NewHold = Schemas["NewHold"];
export type Report = Schemas["ReportView"];
export type ReportDetail = Narrow<Schemas["ReportDetail"], { given: GivenClip[] }>;
export type ReportPage = Schemas["ReportPage"];

/** A no is shown as silence. */
export type LiveView = Schemas["LiveView"];
export type NewLive = Schemas["NewLive"];
export type LivePage = Schemas["LivePage"];

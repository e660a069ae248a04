// Starts everything a page needs. Each thing is in a file of its own; all of it is an addition
// to pages that work without it.
import "@hotwired/turbo";
import { Application } from "@hotwired/stimulus";
import { registerActions } from "./actions/index";
import { showBusy } from "./busy";
import { controllers } from "./controllers/index";
import { keepFocus } from "./focus";
import { confirmInPage } from "./confirm";
import { forgetOnSignOut } from "./composer/forget";
import { guardIdentity } from "./identity";
import { listenForKeys } from "./keys";
import { turnLetter } from "./letter";
import { followLive } from "./live/index";
import { openLinksBeside } from "./links";
import { listenForPaste } from "./paste";
import { showPresence, tellPresence } from "./presence";
import { keepCountInTitle } from "./title";
import { tellZone } from "./zone";

confirmInPage();
registerActions();
guardIdentity();
keepFocus();
listenForKeys();
listenForPaste();
showBusy();
openLinksBeside();
keepCountInTitle();
forgetOnSignOut();
turnLetter();

const application = Application.start();
for (const [name, controller] of Object.entries(controllers)) application.register(name, controller);

tellZone();
followLive();
tellPresence();
showPresence();

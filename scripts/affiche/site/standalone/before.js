// The editor waits until editor.js has told it what belongs to this site.
window.CMS_MANUAL_INIT = true;

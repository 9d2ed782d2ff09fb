/** The words of the self-test. `{name}` marks a place that the caller fills. */
export const doctorEn = {
  title: 'Self-test of this site',
  description: 'Tells whether exercises work on this host and in this browser, and if they do not, why.',
  what: 'The test solves a small exercise, tries to break out of the sandbox, stores a record of its own and deletes it again, and looks at the headers that the host sends. Nothing is sent anywhere, and your code and progress are not touched. It takes about ten seconds.',
  stuck:
    'If no button appears here, the script of this page did not start: JavaScript is turned off, the host sends scripts with a wrong Content-Type instead of text/javascript, or a policy of the host forbids them.',
  start: 'Start the test',
  again: 'Test again',
  running: 'The test is running …',
  'summary-good': 'Everything works here.',
  'summary-note': 'Exercises work here. Something could be better; it is marked “note”.',
  'summary-bad': 'Something does not work here. What it is and what helps stands in the list.',
  'summary-broken': 'The test could not be loaded: {detail}',
  copy: 'Copy the results as text',
  copied: 'Copied.',
  'not-copied': 'The browser did not allow copying. Select the text below and copy it.',
  text: 'The results as text, for a bug report',
  results: 'Results',
  host: 'Host and headers',
  isolation: 'Isolation of code',
  compiler: 'Compiler',
  judging: 'Verdicts',
  storage: 'Storage',
  'state-waiting': 'not tested yet',
  'state-good': 'works',
  'state-note': 'note',
  'state-bad': 'does not work',
  'host-unreachable': 'The host did not answer: {detail}',
  'policy-lacks':
    'The host sends the header Content-Security-Policy, and it forbids what this site needs. Add to its {directive}: {sources}. Or leave the header out: every page brings a strict policy of its own.',
  'policy-breaks':
    'The header Content-Security-Policy of the host holds “{directive}”, under which this site cannot work. Take that directive out.',
  'policy-cause': 'The likely cause is the header Content-Security-Policy; see “Host and headers”.',
  'embedder-policy':
    'The host sends Cross-Origin-Embedder-Policy: {policy} with pages but not with scripts, so browsers refuse the compiler’s worker. Send the header with all files, or with none; this site does not need it.',
  fallback:
    'For a file that does not exist the host answers {status} instead of 404. After an update an open page would get a web page where it expects a program. Turn off the host’s fallback for single-page apps.',
  'script-type':
    'The host sends scripts as {type} instead of text/javascript. Browsers refuse workers and modules of other types.',
  'no-nosniff': 'The host does not send X-Content-Type-Options: nosniff. It is recommended, not needed.',
  'headers-harmless': 'Headers that do no harm here: {names}.',
  'headers-none': 'The host sends no header that limits the site. None is needed.',
  'sandbox-silent': 'The sandbox did not start, so no code can be run: {detail}',
  'sandbox-leaks':
    'Code in the sandbox got at what it must not: {names}. In this browser run only code that you trust, and please report this.',
  'sandbox-holds':
    'The sandbox has an origin of its own, and all {count} attempts to reach network, site and storage failed.',
  'compiler-works': 'The compiler was loaded and compiled TypeScript, in {ms} ms.',
  'compiler-fails': 'The compiler does not work: {detail}',
  'right-passes': 'A right answer passes.',
  'right-passes-not': 'A right answer should pass, but its verdict was “{verdict}”.',
  'wrong-fails': 'A wrong answer fails.',
  'wrong-fails-not': 'A wrong answer should fail, but its verdict was “{verdict}”.',
  'endless-stops': 'An endless loop is stopped after {seconds} seconds.',
  'endless-stops-not': 'An endless loop should be stopped, but its verdict was “{verdict}”.',
  'storage-refused':
    'The browser stores nothing for this site, so code and progress are gone when the page is left. A setting that blocks site data or cookies is the usual reason. {detail}',
  'storage-works':
    'A record was written, read and deleted. In a private window the browser deletes everything when it is closed; a page cannot find out whether it is in one.',
  'storage-not-persisted':
    'The browser may delete what is stored when room runs short, and Safari does so after seven days without a visit. Export your data on the page of your progress from time to time.',
  'storage-little':
    'The browser gives this site only {megabytes} MB. The disk is full, or this is a private window.',
};

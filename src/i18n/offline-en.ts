/** What the site says of versions and of use without a network. */
export const offlineEn = {
  'offline.new-version': 'A new version of this course is ready.',
  'offline.reload': 'Save and reload',
  'offline.later': 'Later',
  'offline.not-saved':
    'Your browser does not store your code, and a reload would lose it. Copy it first, then reload the page yourself.',
  'offline.not-taken': 'The new version could not be stored completely. Check the connection and try again.',

  'offline.link': 'Use the course offline',
  'offline.title': 'Offline',
  'offline.visited':
    'Pages that you have visited open without a network as well, and an exercise runs if you have run one before. You can also keep the whole course in this language: every lesson and exercise, the editor, the compiler and the search.',
  'offline.size':
    'It takes {size} MB in this browser. About {download} MB of it are downloaded, less if parts are here already.',
  'offline.keep': 'Make available offline',
  'offline.again': 'Try again',
  'offline.cancel': 'Cancel',
  'offline.remove': 'Remove the offline copy',
  'offline.progress': '{done} of {size} MB',
  'offline.downloading': 'The course is being downloaded. This page has to stay open.',
  'offline.begun':
    'A part of it is here already. It is available offline once the rest has been downloaded, too.',
  'offline.kept': 'The course is available offline since {when}. It takes {size} MB.',
  'offline.older':
    'An older version of the course, of {when}, is available offline. The new one could not be stored yet.',
  'offline.cancelled': 'Cancelled. What was downloaded is not downloaded again.',
  'offline.removed': 'The offline copy was removed. Your code and your progress are still here.',
  'offline.unreachable': 'The connection broke. What was downloaded is not downloaded again.',
  'offline.damaged':
    'The host handed over a file of another version, as while a new one is put online. Reload the page in a minute and try again.',
  'offline.full': 'The browser has no room for it: {size} MB are needed. Nothing of it was kept.',
  'offline.refused':
    'This browser keeps no pages for this site, as in a private window or when site data is blocked. The course works with a network.',
  'offline.outdated': 'A new version of the course is ready. Reload the page first.',

  'offline.absent': 'This page is not in your browser',
  'offline.absent-why':
    'There is no network. Pages that you have visited open without one; go back to one of them, or keep the whole course on the page “Your progress” when you are connected again.',
};

/**
 * Runs in the head behind the links of the fonts, which a wide screen alone fetches ahead. A small screen on a good line
 * fetches them ahead too; on a slow one they would take the line from the text, so the first page is set in the reader's
 * own fonts. Its hash stands in the policy of every page.
 */
export const fontsHead =
  'try{const c=navigator.connection;if(!(c&&(c.saveData||c.rtt>120||c.downlink<2)))for(const l of document.querySelectorAll("link[as=font]"))if(!matchMedia(l.media).matches){const n=l.cloneNode();n.media="all";l.after(n)}}catch{}'

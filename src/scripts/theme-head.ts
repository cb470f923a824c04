/**
 * Runs before the first paint, inline and allowed by its hash: says that scripts run, and puts on the theme that was chosen.
 * Kept as text because its bytes are hashed in the settings of Astro.
 */
export const themeHead =
  'try{const r=document.documentElement;r.classList.add("js");const t=localStorage.getItem("theme");if(t==="light"||t==="dark")r.dataset.theme=t}catch{}'

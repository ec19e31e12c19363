export const DEMO_STYLE = `:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 42rem; padding: 1rem; }
h1 { font-size: 1.4rem; margin: 0 0 1rem; }
#log { min-height: 12rem; }
.said { border: 1px solid; border-radius: .5rem; margin: 0 0 .75rem; overflow-wrap: anywhere; padding: .5rem .75rem; }
.said.mine { margin-left: 15%; }
.said p, .said ul { margin: 0 0 .5rem; }
.said .footer { border-top: 1px solid; font-size: .9rem; margin: .5rem 0 0; padding-top: .5rem; }
#suggestions { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 1rem; }
#ask { align-items: end; display: flex; flex-wrap: wrap; gap: .5rem; }
label { flex-basis: 100%; }
input { flex: 1; font: inherit; min-width: 10rem; padding: .6rem; }
button { cursor: pointer; font: inherit; min-height: 2.75rem; padding: .4rem .9rem; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
`;

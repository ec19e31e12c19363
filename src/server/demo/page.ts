/** The plain demo page; its texts come from the bot, so it works for any content. */
export function demoPage(nonce: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Immunotherapy questions</title>
<link rel="stylesheet" href="/demo.css" nonce="${nonce}">
<script src="/demo.js" nonce="${nonce}" defer></script>
</head>
<body>
<header><h1>Immunotherapy questions</h1></header>
<main>
<div id="log" role="log" aria-live="polite" aria-label="Conversation" tabindex="0"></div>
<div id="suggestions" role="group" aria-label="Suggested questions"></div>
<p id="status" role="status"></p>
<form id="ask" autocomplete="off">
<label for="question">Your question</label>
<input id="question" name="question" type="text" maxlength="2000" required>
<button type="submit">Ask</button>
</form>
</main>
<noscript><p>This page needs JavaScript.</p></noscript>
</body>
</html>
`;
}

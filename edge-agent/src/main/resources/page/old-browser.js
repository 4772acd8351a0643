document.body.appendChild(document.createTextNode(
  '请用 Chrome 109 或 Firefox 115 以上版本打开本页。 Please open this page in Chrome 109 or Firefox 115, or newer.'));

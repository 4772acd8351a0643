document.body.appendChild(document.createTextNode(
  '请用 Chrome / Edge 109 以上或 Firefox 115 以上打开 (360/QQ 浏览器请切换到极速模式)。 Please open this page in Chrome or Edge 109, Firefox 115, or newer.'));

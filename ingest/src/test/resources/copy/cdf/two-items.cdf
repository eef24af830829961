<?xml version="1.0"?>
<CHANNEL HREF="http://bay.example/" BASE="http://bay.example/">
  <TITLE>Bay Channel</TITLE>
  <ITEM HREF="one.html" LASTMOD="1998-11-05T12:00"><TITLE>Boats are out</TITLE><ABSTRACT>All boats left port.</ABSTRACT></ITEM>
  <ITEM><A HREF="http://bay.example/two.html"/><TITLE VALUE="Boats are back"/></ITEM>
</CHANNEL>

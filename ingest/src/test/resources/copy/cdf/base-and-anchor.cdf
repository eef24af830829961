<CHANNEL BASE="http://bay.example/" HREF="http://bay.example/index.html"><TITLE>Bay</TITLE><LOGO HREF="wrong.gif"/>
<ITEM HREF="one.html" LASTMOD="2002-11-09T23:30"><TITLE>One</TITLE><ABSTRACT>Said &lt;b&gt;well&lt;/b&gt;.</ABSTRACT><LOGO HREF="one.gif" STYLE="ICON"/></ITEM>
<ITEM><A HREF="two.html"/><TITLE VALUE="Two"/></ITEM>
<ITEM LASTMOD="2002-11-09T23:30"></ITEM>
</CHANNEL>

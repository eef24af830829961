<CHANNEL HREF="http://bay.example/"><TITLE>Bay</TITLE><CHANNEL><TITLE>Sport</TITLE><ITEM HREF="http://bay.example/regatta"><TITLE>Regatta</TITLE></ITEM></CHANNEL></CHANNEL>

<CHANNEL HREF="http://bay.example/"><TITLE>Bay</TITLE></CHANNEL>

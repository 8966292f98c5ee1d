# Was jeder an sich selbst ändern darf.

own-title = Über Sie
own-intro = Ihren Namen, Ihre Adresse und was Sie dürfen, verwaltet die Administration.
own-phone-help = Mit Landesvorwahl, etwa +49 30 555 01 17.
settings-own-help = Ihre Sprache, Zeitzone, Nummer und Ruhezeiten.
people-language = Sprache
people-language-browser = wie der Browser es wünscht
people-language-begun = { $language } (begonnen; der Rest ist auf Englisch)
people-language-help = Seiten, Zeiten und Zahlen erscheinen darin. Was andere geschrieben haben, bleibt, wie es ist.

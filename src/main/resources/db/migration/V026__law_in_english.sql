-- The source of a term as English pages cite it, in the words of the English citations of legal_basis.
alter table legal_parameter add column law_en text;

update legal_parameter p
   set law_en = said.english
  from (values
    ('Imigrācijas likums, 43. pants', 'Immigration Law, Section 43'),
    ('Imigrācijas likums, 42. pants', 'Immigration Law, Section 42'),
    ('Imigrācijas likums, 48. pants', 'Immigration Law, Section 48'),
    ('Imigrācijas likums, 61. pants', 'Immigration Law, Section 61'),
    ('Administratīvā procesa likums, 188. pants', 'Administrative Procedure Law, Section 188'),
    ('Imigrācijas likums, 63. pants', 'Immigration Law, Section 63'),
    ('Imigrācijas likums, 63. pants; Direktīva 2008/115/EK, 11. pants', 'Immigration Law, Section 63; Directive 2008/115/EC, Article 11'),
    ('Krimināllikums, 43. pants', 'Criminal Law, Section 43'),
    ('Imigrācijas likums, 63. panta septītā daļa', 'Immigration Law, Section 63, Paragraph seven'),
    ('Direktīva 2004/38/EK, 32. pants', 'Directive 2004/38/EC, Article 32'),
    ('Imigrācijas likums, 51. pants', 'Immigration Law, Section 51'),
    ('Imigrācijas likums, 54. pants', 'Immigration Law, Section 54'),
    ('Imigrācijas likums, 54. pants; Direktīva 2008/115/EK, 15. pants', 'Immigration Law, Section 54; Directive 2008/115/EC, Article 15'),
    ('Imigrācijas likums, 55. pants', 'Immigration Law, Section 55'),
    ('Imigrācijas likums, 52. pants', 'Immigration Law, Section 52'),
    ('Ministru kabineta noteikumi Nr. 454 (2011), 3. punkts', 'Cabinet Regulation No. 454 (2011), Paragraph 3'),
    ('Ministru kabineta noteikumi Nr. 454 (2011), 4. punkts', 'Cabinet Regulation No. 454 (2011), Paragraph 4'),
    ('Ministru kabineta noteikumi Nr. 454 (2011), 14. punkts', 'Cabinet Regulation No. 454 (2011), Paragraph 14'),
    ('Ministru kabineta noteikumi Nr. 454 (2011), 17. punkts', 'Cabinet Regulation No. 454 (2011), Paragraph 17'),
    ('Ministru kabineta noteikumi Nr. 454 (2011), 18. punkts', 'Cabinet Regulation No. 454 (2011), Paragraph 18'),
    ('Ministru kabineta noteikumi Nr. 454 (2011), 21. punkts', 'Cabinet Regulation No. 454 (2011), Paragraph 21'),
    ('Ministru kabineta noteikumi Nr. 454 (2011), 21.¹ punkts', 'Cabinet Regulation No. 454 (2011), Paragraph 21¹'),
    ('Ministru kabineta noteikumi Nr. 454 (2011), 25. punkts', 'Cabinet Regulation No. 454 (2011), Paragraph 25'),
    ('Ministru kabineta noteikumi Nr. 454 (2011), 15. punkts', 'Cabinet Regulation No. 454 (2011), Paragraph 15'),
    ('Ministru kabineta noteikumi Nr. 122 (2013), 9. punkts', 'Cabinet Regulation No. 122 (2013), Paragraph 9'),
    ('Ministru kabineta noteikumi Nr. 122 (2013), 10. punkts', 'Cabinet Regulation No. 122 (2013), Paragraph 10'),
    ('Ministru kabineta noteikumi Nr. 122 (2013), 11. punkts', 'Cabinet Regulation No. 122 (2013), Paragraph 11'),
    ('Ministru kabineta noteikumi Nr. 122 (2013), 12. punkts', 'Cabinet Regulation No. 122 (2013), Paragraph 12'),
    ('Ministru kabineta noteikumi Nr. 122 (2013), 13. punkts', 'Cabinet Regulation No. 122 (2013), Paragraph 13'),
    ('Regula (ES) 2018/1860, 9. pants; Regula (ES) 2018/1861, 27. pants', 'Regulation (EU) 2018/1860, Article 9; Regulation (EU) 2018/1861, Article 27'),
    ('Regula (ES) 2018/1860, 10. pants; Regula (ES) 2018/1861, 28. pants', 'Regulation (EU) 2018/1860, Article 10; Regulation (EU) 2018/1861, Article 28'),
    ('Regula (ES) 2018/1861, 39. panta 7. punkts', 'Regulation (EU) 2018/1861, Article 39(7)'),
    ('Regula (ES) 2018/1861, 39. pants', 'Regulation (EU) 2018/1861, Article 39'),
    ('Regula (ES) 2018/1861, 39. panta 4. punkts', 'Regulation (EU) 2018/1861, Article 39(4)'),
    ('Regula (ES) 2018/1861, 12. pants', 'Regulation (EU) 2018/1861, Article 12'),
    ('Regula (ES) 2016/679, 12. panta 3. punkts', 'Regulation (EU) 2016/679, Article 12(3)'),
    ('Regula (EK) Nr. 862/2007, 7. pants', 'Regulation (EC) No 862/2007, Article 7'),
    ('Regula (EK) Nr. 862/2007, 5. pants', 'Regulation (EC) No 862/2007, Article 5'),
    ('Ministru kabineta noteikumi Nr. 397 (2025), 57. punkts', 'Cabinet Regulation No. 397 (2025), Paragraph 57'),
    ('Reģistra pārziņa noteikts termiņš', 'Term set by the controller of the register'),
    ('Regula (ES) 2024/1356', 'Regulation (EU) 2024/1356'),
    ('Regula (ES) 2024/1349', 'Regulation (EU) 2024/1349'),
    ('Bērnu tiesību aizsardzības likums, 3. pants', 'Law on the Protection of the Children''s Rights, Section 3'),
    ('Ministru kabineta noteikumi Nr. 122 (2013)', 'Cabinet Regulation No. 122 (2013)')
  ) as said (latvian, english)
 where said.latvian = p.law;

alter table legal_parameter alter column law_en set not null;
comment on column legal_parameter.law is '– | none | legal source shown with a computed deadline, in Latvian';
comment on column legal_parameter.law_en is '– | none | legal source shown with a computed deadline, in English';

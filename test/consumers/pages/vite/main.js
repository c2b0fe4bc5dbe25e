import 'yonne-soins/define';
